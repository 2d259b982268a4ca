export const home = {
  title: '工作台',
  counts: { unread: '未阅', toAcknowledge: '待签收', toReport: '待填报', toAnswer: '待答复', dueIn48h: '48 小时内到期', overdue: '已逾期', overdueBelow: '下级逾期' },
  groups: { overdue: '逾期', today: '今日到期', waiting: '待我办理', unfinished: '我发起、他人办理中', coming: '将到' },
  actions: {
    acknowledge: '签收', report: '填报', accept: '接单', answer: '答复', supply: '补充材料', confirm: '确认', followUp: '跟进', decideHolder: '指定承办',
  },
  from: '来自 {{name}}',
  with: '在 {{name}}',
  nothing: '没有待办，事实办结的事项会自动消失。',
  more: '还有更多，先办完以上事项',
  own: { title: '我的党员信息', branch: '所在支部', kind: '类别', joined: '入党日期', looks: '最近谁看过我', noLooks: '近期没有人查看过您的资料', open: '我的党员档案' },
} as const;

export const directives = {
  title: '指令直达', issued: '我下达的', inbox: '收到的', new: '新建指令', detail: '指令',
  columns: { title: '标题', kind: '类型', state: '状态', issuedAt: '下达时间', dueAt: '签收期限', reportDueAt: '填报期限', addressees: '直达对象', issuer: '发文', receipt: '我方状态', due: '期限' },
  boxes: { all: '全部', open: '未办结', unread: '未阅', toAcknowledge: '待签收', toReport: '待填报', informed: '抄知', overdueBelow: '下级逾期' },
  urgent: '紧急',
  form: {
    title: '标题', kind: '类型', text: '正文', scope: '直达范围', subtree: '范围', view: '按', levels: '层级', kinds: '组织类型', sectors: '行业',
    addClause: '增加一类对象', removeClause: '移除', exclude: '除外', urgent: '紧急（24 小时内签收）', forwarding: '允许下级附加补充要求（原文不变）',
    ends: '怎样算办完', endAcknowledge: '签收即可', endReport: '填报', reportDueOn: '填报期限', topic: '填报主题', anyLevel: '不限层级', anyKind: '不限类型', anySector: '不限行业',
    reach: '直达 {{count}} 个组织', informed: '另有 {{count}} 个中间层级同时抄知', counting: '正在计算…', incomplete: '选择范围后显示数量',
    burden: '基层负担提示', burdenText: '最忙的一个对象在 {{days}} 天内将有 {{most}} 项任务或调查（上限 {{cap}}）；当前共有未办事项 {{open}} 项，最多的一个有 {{mostOpen}} 项。',
    burdenOver: '超过上限：请存为草稿，由另一人下达。', askedBefore: '90 天内已就同一主题要求填报，须说明原因。', offender: '无权下达到：{{name}}',
    reason: '原因代码', draft: '存为草稿', issue: '下达', issueConfirm: '将直达 {{count}} 个组织，下达后正文不可改写。', issued: '已下达',
  },
  progress: {
    title: '办理进度', soFar: '截至目前（未到期限）', final: '期限已过', delivered: '送达', acknowledged: '签收', reported: '办结', attenuation: '逐级衰减', level: '层级', expected: '应到',
    onTime: '按时签收', late: '迟签', missing: '未签', overdue: '逾期', rate: '按时率', loss: '衰减', points: '{{points}} 个百分点', median: '中位用时', children: '分下级',
    receipts: '签收名单', organization: '组织', openedAt: '阅读', acknowledgedAt: '签收', reportedAt: '办结', drill: '查看下级',
  },
  text: '正文', hash: '原文指纹 {{hash}}，各级一致', earlier: '已被替换的版本', supplements: '各级补充要求', noSupplements: '没有补充要求', version: '第 {{version}} 版',
  destroyed: '正文已按规定销毁', recalledBecause: '撤回原因：{{reason}}', returnReason: '退回原因：{{reason}}', ourReport: '我方填报',
  act: {
    acknowledge: '签收', report: '提交填报', reportText: '填报内容', remind: '提醒未签收', reminded: '已提醒', close: '结束', recall: '撤回', recallReason: '撤回原因', amend: '修改正文',
    material: '实质修改（各级重新签收）', editorial: '文字更正（签收保留）', forward: '附加补充要求', note: '补充要求', returnReport: '退回填报', returnBecause: '退回原因', dueOn: '新的期限',
    informedOnly: '抄知，无需办理', closeConfirm: '结束后不再接收签收。', acknowledged: '已签收',
  },
} as const;

export const requests = {
  title: '诉求直通', new: '提出诉求', detail: '诉求', board: '看板', table: '列表',
  roles: { submitter: '我提出的', holder: '我承办的', informed: '知会我的' },
  columns: { topic: '主题', submitter: '提出组织', holder: '承办', state: '状态', due: '时限', submitted: '提出时间', since: '到手时间', duty: '下一步', id: '编号' },
  onlyOverdue: '只看超期',
  clock: '时限',
  duty: { accept: '接单', answer: '答复' },
  form: { topic: '主题', text: '诉求内容', textHint: '请勿填写身份证号等个人信息', urgent: '紧急（3 个工作日）', level: '提交层级', levelDefault: '按主题默认', goesTo: '将直接送到 {{office}}（{{level}}）', answer: '{{days}} 个工作日内答复', gap: '该层级未设承办机构，由街道党建办接办', submit: '提交', excluded: '不受理：{{list}}' },
  holder: '现由 {{name}} 的 {{office}} 承办',
  coHolders: '协办', informed: '知会', officer: '经办人', escalations: '升级 {{count}} 次', reopenings: '重开 {{count}} 次', steps: '办理过程', hidden: '内容仅提出方与承办方可见',
  confirmDue: '请在 {{date}} 前确认或重开，逾期按未确认办结', planned: '计划于 {{date}} 办理', overdueAtTop: '已在市级超期', reroutesLeft: '还可转派 {{count}} 次',
  act: {
    accept: '接单', reroute: '转派', pause: '请补充', resume: '已补充', answer: '答复', confirm: '满意，确认办结', reopen: '不满意，重开', withdraw: '撤回', decide: '指定承办',
    to: '转给', office: '承办机构', reason: '原因', note: '补充内容', kind: '答复类型', text: '答复内容', plannedOn: '计划日期',
  },
  stepNames: {
    RequestSubmitted: '提出', RequestRouted: '直达承办', RoutingGapFound: '无对应机构，转街道党建办', RequestAccepted: '接单', RequestRerouted: '转派', RequestHolderDecided: '上级指定承办',
    RequestPaused: '等待补充', RequestResumed: '恢复计时', RequestOverdue: '超期', RequestEscalated: '自动升级', RequestAnswered: '答复', RequestConfirmed: '确认办结',
    RequestReopened: '重开', RequestAutoClosed: '未确认办结', RequestWithdrawn: '撤回', RequestPlanReached: '计划日到，继续办理', RequestPartyReplaced: '承接组织变更',
  },
} as const;
