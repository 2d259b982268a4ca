/** What only the browser can say; refusals come with a sentence in the reader's language. */
export const err = {
  NETWORK: '无法连接服务器，请检查网络后重试。',
  TIMEOUT: '服务器没有及时答复，请重试。',
  OUTCOME_UNKNOWN: '结果尚未确认，请重试；重复提交不会重复生效。',
} as const;

/** Warnings: done, but. */
export const warn = {
  LINE_UNUSUAL: '该行业通常归其他条线管理',
  EVEN_SEATS: '名额为双数，建议单数',
  NO_PART_TIME_MEMBER: '社区党组织没有兼职委员',
  RESERVE_RATIO: '后备干部少于每职应有人数',
  UNIT_STALE: '数据超过十二个月，请更新',
  SIZE_BELOW_3: '正式党员不足 3 人',
  SIZE_OVER_50: '支部超过 50 人，建议设总支',
  SIZE_OVER_100: '总支超过 100 人，建议设党委',
  REQUEST_OPEN: '同一主题已有未办结诉求',
  REPORT_ASKED_BEFORE: '90 天内已向同一对象要求填报同一主题',
  GUIDE_LATE: '主题指引晚于季度规定日期',
  AUDIT_LATE: '审计已超过期限',
  APPROVAL_LATE: '批复已超期',
} as const;
