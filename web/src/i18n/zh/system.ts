export const admin = {
  users: '用户账号', grants: '授权', audit: '审计',
  account: { id: '账号', person: '人员', state: '状态', changedAt: '变更时间', disable: '停用', reason: '原因代码', open: '开通账号', issuer: '身份提供方', subject: '登录标识', personId: '人员编号' },
  grant: {
    person: '人员', role: '角色', organization: '组织', view: '范围', from: '起', until: '止', state: '状态', origin: '来源', byPost: '随职务', byProposal: '单独授权', propose: '新增授权', confirm: '复核通过', revoke: '收回', reason: '原因代码',
    preview: '以此授权可见 {{count}} 个组织', rights: '可做：{{list}}', secondPerson: '提交后须由另一名安全管理员复核', openEnded: '长期', personId: '人员编号', organizationId: '组织编号',
  },
  auditPage: {
    columns: { number: '序号', at: '时间', actor: '操作人', organization: '岗位组织', operation: '操作', kind: '类别', result: '结果', target: '对象', fields: '字段', purpose: '事由', trace: '追踪号' },
    service: '服务', verify: '校验链', verifying: '校验中…', verified: '已校验 {{count}} 条，记录完整', broken: '第 {{number}} 条与前后不符，已校验 {{count}} 条', hash: '摘要', persons: '涉及 {{count}} 人', watched: '查看审计本身也会留痕。',
  },
} as const;

export const ops = {
  title: '投影与流程', columns: { name: '名称', kind: '类别', state: '状态', position: '位置', handled: '已处理', build: '版本', progress: '重建进度', error: '最近错误' },
  lag: '积压 {{count}} 条', stalled: '停顿 {{seconds}} 秒', relayStalled: '转发停顿 {{seconds}} 秒', fresh: '无积压', rebuild: '重建', rebuildConfirm: '在旁路重新计算，追平后自动切换，读者不受影响。',
  parked: '停靠的事件流', parkedColumns: { subscription: '订阅', stream: '事件流', type: '事件', error: '原因', at: '时间', waiting: '排队' }, redrive: '原样重投', noParked: '没有停靠的事件流',
  unavailable: '{{context}}服务没有答复',
} as const;
