export const members = {
  title: '党员名册', columns: { name: '姓名', kind: '类别', branch: '支部', joined: '入党日', full: '转正日', phone: '手机', citizen: '证件号', state: '状态', marks: '提示' },
  filters: { branch: '支部', kind: '类别', state: '状态', name: '姓名/首字母', joined: '入党' },
  inTransfer: '接转中', flagged: '有权机关标记',
  reveal: { open: '查看', title: '查看 {{field}}', reason: '查看事由', notice: '查看会留下记录，本人可见。', show: '查看明文', clearFor: '{{seconds}} 秒后自动隐藏', remaining: '本小时还可查看 {{count}} 次' },
  register: '登记党员',
  form: { name: '姓名', citizenNumber: '身份证号', birthDate: '出生日期', phone: '手机', address: '住址', branch: '所在支部', kind: '类别', joinedOn: '入党日期', fullFrom: '转正日期', source: '来源' },
  profile: {
    title: '党员档案', basic: '基本情况', history: '党籍沿革', looks: '最近谁看过', noLooks: '近期没有人查看', partyAge: '{{years}} 年', partyAgeLabel: '党龄', entitled: '有表决权', notEntitled: '无表决权', ageBand: '年龄段', flags: '有权机关标记', noFlags: '无',
    transfer: '发起接转', certificate: '开具流动证明', address: '住址',
  },
  events: {
    MemberRegistered: '登记', BranchAssigned: '落入支部', AuthorisedFlagSet: '有权机关设置标记', AuthorisedFlagCleared: '有权机关解除标记', MembershipSuspended: '停止党籍', MembershipRestored: '恢复党籍',
    MembershipEnded: '党籍终止', CertificateIssued: '开具流动证明', ErasureProposed: '提出删除', PersonErased: '资料删除',
  },
} as const;

export const transfers = {
  title: '关系接转', new: '发起接转', columns: { person: '党员', kind: '去向', step: '环节', hands: '现由', day: '进度', due: '时限', requested: '申请日', from: '转出', to: '转入' },
  onlyOverdue: '只看超时',
  sentence: '现由 {{name}} 办理，第 {{day}} 天，时限 {{limit}} 天',
  sentenceNoLimit: '现由 {{name}} 办理，第 {{day}} 天',
  sentenceOver: '现由 {{name}} 办理，第 {{day}} 天，已超时限 {{limit}} 天',
  closed: '已办结：{{step}}',
  responsible: '转入支部确认前，仍由转出支部管理。',
  lanes: { fromBranch: '转出支部', fromCommittee: '转出党委', toCommittee: '转入党委', toBranch: '转入支部' },
  letter: '介绍信 {{number}}，有效至 {{until}}', steps: '办理过程', duesPaidTo: '党费缴至 {{month}}', reissued: '已重开 {{count}} 次', destination: '去向：{{place}}',
  wizard: { person: '党员', where: '去向', check: '核对', submit: '提交', kind: '去向类型', toCommittee: '接收党委', toBranch: '接收支部', destination: '接收单位（市外）', duesPaidTo: '党费缴至', next: '下一步', previous: '上一步' },
  act: {
    confirmByBranch: '支部确认', approve: '批准转出', refuse: '不批准', issueLetter: '开具介绍信', accept: '接收', return: '退回', assign: '落支部', confirmArrival: '确认报到', reissue: '重开介绍信',
    withdraw: '撤回', external: '登记市外回执', duesPaidTo: '党费缴至', cause: '原因', reason: '说明', branch: '支部', letterDays: '有效天数', receiptNumber: '回执号', recordNumber: '省内记录号', acceptedOn: '接收日期',
  },
  events: {
    TransferRequested: '申请', TransferBranchConfirmed: '转出支部确认', TransferApproved: '转出党委批准', TransferRefused: '未批准', LetterIssued: '开具介绍信', TransferAccepted: '接收',
    TransferReturned: '退回', TransferBranchNamed: '指定支部', LetterExpired: '介绍信过期', LetterReissued: '重开介绍信', BranchAssigned: '落入支部', TransferLapsed: '失效',
    TransferWithdrawn: '撤回', TransferEnded: '终止', ExternalReceiptLinked: '登记市外回执', TransferReminderIssued: '提醒', TransferMediationOpened: '上级协调', TransferEscalated: '超时上报',
    TransferFollowed: '随组织调整',
  },
} as const;
