export const orgs = {
  title: '组织树', tree: '组织', table: '下级组织', includeBelow: '含全部下级', search: '查找组织', searchHint: '名称或拼音首字母，如 ftjd', results: '查找结果', children: '下级 {{count}} 个',
  columns: { name: '名称', kind: '类型', level: '层级', sector: '行业', line: '上级（条）', place: '属地（块）', secretary: '书记', members: '正式/预备', state: '状态' },
  vacant: '空缺',
  propose: '新建组织',
  form: {
    name: '名称', kind: '类型', level: '层级', sector: '行业', line: '上级（条）', place: '属地（块）', endsOn: '临时支部截止日', members: '发起党员', effectiveOn: '生效日期', reason: '原因',
    parent: '新上级', parts: '拆分为', partName: '第 {{n}} 个组织名称', sources: '并入本组织的组织', approvingNote: '由上级党委批准后生效', consequences: '影响', membersCount: '党员 {{count}} 人', childrenCount: '下级组织 {{count}} 个',
  },
  act: { approve: '批准', refuse: '不批准', move: '转隶', relocate: '变更属地', dissolve: '撤销', convert: '改设', merge: '合并', release: '同意转出', accept: '同意接收', profile: '组织档案', more: '更多操作' },
  pendingMove: '转隶中：自 {{from}} 转至 {{to}}，{{date}} 生效；转出方{{released}}，接收方{{accepted}}',
  agreed: '已同意', notAgreed: '未同意',
  waiting: '待 {{name}} 在 {{date}} 前批复',
} as const;

export const orgProfile = {
  tabs: { overview: '概况', posts: '班子', members: '党员', history: '沿革' },
  line: '管理关系（条）', place: '属地关系（块）', guiding: '业务指导', size: '规模', below: '下级', lineBelow: '条线下级 {{count}} 个', placeBelow: '属地下级 {{count}} 个', approves: '可审批党员',
  members: '党员 {{total}} 人：正式 {{full}}，预备 {{provisional}}，停止党籍 {{suspended}}', openMembers: '查看名册',
  post: '职务', person: '姓名', since: '任职', until: '离任', concurrent: '兼任', held: '在任', past: '历任', fill: '任职', vacate: '离任', cause: '离任原因',
  history: { occurred: '生效 {{time}}', recorded: '录入 {{time}}', by: '由 {{who}}', system: '系统' },
  events: {
    OrganizationRegistered: '登记入库', OrganizationProposed: '提出设立', OrganizationApproved: '批准设立', OrganizationRefused: '未获批准', ApprovalOverdue: '批复超期', OrganizationKindChanged: '改设类型',
    LineMoveRequested: '申请转隶', LineMoveReleased: '转出方同意', LineMoveAccepted: '接收方同意', LineMoveLapsed: '转隶未达成一致', ManagingLineChanged: '转隶', PlaceChanged: '变更属地',
    GuidanceLinked: '建立业务指导', GuidanceUnlinked: '结束业务指导', SplitApproved: '批准拆分', MergeApproved: '批准合并', OrganizationDissolved: '撤销', ApprovesMembersChanged: '审批权变更',
    SizeBandCrossed: '规模越线', SizeExceptionGranted: '同意规模例外', PostFilled: '任职', PostVacated: '离任',
  },
} as const;

export const cockpit = {
  title: '驾驶舱', byPlace: '块', byLine: '条', own: '本级直属', unlocated: '未定位/驻外', children: '分下级', table: '查看数据表', map: '分布图', figures: '指标', attention: '需要关注',
  sumHint: '{{total}} = 下级 {{children}} + 本级直属 {{own}} + 未定位/驻外 {{unlocated}}', definition: '口径', goDown: '下钻', emphasis: { city: '布局', district: '督办', street: '轴心', community: '兜底', base: '本组织' },
  partMissing: '{{context}}数据暂缺，其余不受影响',
  attenuation: '指令逐级衰减（近 12 个月）', noAttenuation: '尚无到期的指令',
  requestsOnTime: '诉求按时答复', answered: '已答复', onTime: '按时率', waitingLate: '超期未答',
  metrics: {
    'org.active': { name: '组织', definition: '状态为正常、清理中或合并中的党组织，含本级。' },
    'member.full': { name: '正式党员', definition: '党籍为正式的党员，按现所在支部统计。' },
    'member.provisional': { name: '预备党员', definition: '在预备期内的党员，按现所在支部统计。' },
    'transfer.open': { name: '在途接转', definition: '已申请、尚未落支部或终止的关系接转，按经办组织统计。' },
    'transfer.overdue': { name: '接转超时', definition: '当前环节超过时限的关系接转。' },
    'request.overdue': { name: '诉求超时', definition: '承办环节超过时限、尚未答复的诉求。' },
    'directive.ack': { name: '指令待签收', definition: '已下达、尚未签收的指令签收项。' },
  },
} as const;
