export const ops = {
  title: '投影与流程',
  columns: { name: '名称', kind: '类别', state: '状态', position: '位置', handled: '已处理', build: '版本', progress: '重建进度', error: '最近错误' },
  lag: '积压 {{count}} 条',
  stalled: '停顿 {{seconds}} 秒',
  relayStalled: '转发停顿 {{seconds}} 秒',
  fresh: '无积压',
  rebuild: '重建',
  rebuildConfirm: '在旁路重新计算，追平后自动切换，读者不受影响。',
  parked: '停靠的事件流',
  parkedColumns: { subscription: '订阅', stream: '事件流', type: '事件', error: '原因', at: '时间', waiting: '排队' },
  redrive: '原样重投',
  noParked: '没有停靠的事件流',
} as const;
