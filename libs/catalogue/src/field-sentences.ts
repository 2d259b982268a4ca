import type { Language } from '@zhitong/kernel';
interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** What a field may get wrong, in words for people; `{}` stands for the bound. The names are API, as the codes of refusals are. */
const sentences = {
  missing: { zh: '此项必填。', en: 'This is required.' },
  unknown: { zh: '没有这个字段。', en: 'This field is not known here.' },
  inPath: { zh: '此字段应写在地址中。', en: 'This field belongs into the path.' },
  inBody: { zh: '命令的字段应写在正文中。', en: 'A command takes its fields from the body.' },
  object: { zh: '正文应为 JSON 对象。', en: 'The body is a JSON object.' },

  text: { zh: '此项应为文字。', en: 'This is a text.' },
  number: { zh: '此项应为数字。', en: 'This is a number.' },
  wholeNumber: { zh: '此项应为整数。', en: 'This is a whole number.' },
  yesNo: { zh: '此项应为是或否。', en: 'This is yes or no.' },
  list: { zh: '此项应为列表。', en: 'This is a list.' },
  group: { zh: '此项应为一组字段。', en: 'This is a group of fields.' },

  tooShort: { zh: '至少 {} 个字符。', en: 'At least {} characters.' },
  tooLong: { zh: '最多 {} 个字符。', en: 'At most {} characters.' },
  tooFew: { zh: '至少 {} 项。', en: 'At least {} entries.' },
  tooMany: { zh: '最多 {} 项。', en: 'At most {} entries.' },
  tooSmall: { zh: '不能小于 {}。', en: 'Not less than {}.' },
  tooLarge: { zh: '不能大于 {}。', en: 'Not more than {}.' },

  choice: { zh: '请从给定的选项中选择。', en: 'This is one of the values offered.' },
  date: { zh: '请填写有效日期，如 2026-03-02。', en: 'This is a date like 2026-03-02.' },
  quarter: { zh: '请填写季度，如 2026-Q2。', en: 'This is a quarter like 2026-Q2.' },
  instant: { zh: '请填写有效时间，如 2026-03-02T09:00:00+08:00。', en: 'This is a moment like 2026-03-02T09:00:00+08:00.' },
  month: { zh: '请填写年月，如 2026-03。', en: 'This is a month like 2026-03.' },
  year: { zh: '请填写年份，如 2026。', en: 'This is a year like 2026.' },
  timeOfDay: { zh: '请填写时刻，如 08:30。', en: 'This is a time of day like 08:30.' },
  address: { zh: '请填写完整网址。', en: 'This is a full web address.' },
  id: { zh: '编号格式不正确。', en: 'This is no id of what is asked for.' },
  code: { zh: '代码格式不正确。', en: 'This is no code.' },
  settingKey: { zh: '没有这样的设置项。', en: 'No setting is called so.' },
  mobileNumber: { zh: '请填写 11 位手机号码。', en: 'This is a mobile number of 11 digits.' },
  citizenNumber: { zh: '请填写 18 位公民身份号码。', en: 'This is a citizen number of 18 characters.' },
  paperNumber: { zh: '编号由 4 至 40 位字母、数字或短横线组成。', en: 'This is a number of 4 to 40 letters, digits and dashes.' },
  personalNumber: { zh: '此处不能填写公民身份号码或手机号码。', en: 'No citizen number or phone may stand here.' },
  signInCode: { zh: '签到码为 6 位数字。', en: 'A sign-in code has six digits.' },
  placeCode: { zh: '请填写行政区划代码。', en: 'This is an administrative code.' },
  initials: { zh: '请填写拼音首字母。', en: 'These are initials of letters and digits.' },
  directiveScope: { zh: '请指定有效的下发范围。', en: 'This is the scope of a directive as JSON.' },
  tooManyNamed: { zh: '逐个列出的组织最多 400 个，请改用下属范围。', en: 'A scope names at most 400 organizations one by one; use a subtree.' },
  noteOrScope: { zh: '请填写附言或选择范围。', en: 'A note, a scope or both.' },
  channel: { zh: '没有这样的订阅主题。', en: 'No channel is called so.' },
  unknownOrganization: { zh: '管理范围内没有这个组织。', en: 'There is no such organization in your reach.' },
  ambiguousOrganization: { zh: '有多个组织同名，请填写编号。', en: 'Several organizations are called so; give the id.' },
  units: { zh: '请按“单位：人员编号、人员编号；单位：人员编号”填写。', en: 'This is units with ids of their members, like “Unit: id, id; unit: id”.' },
  rowTwice: { zh: '与本文件第 {} 行相同。', en: 'It is the same as row {} of this file.' },
  other: { zh: '填写有误。', en: 'This is not as required.' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What a field got wrong. Schemas say it where a pattern alone would not: `z.string().regex(pattern, says('month'))`. */
export type FieldFault = keyof typeof sentences;

export const says = (fault: FieldFault): FieldFault => fault;

export const isFieldFault = (name: string): name is FieldFault => Object.hasOwn(sentences, name);

export const fieldSentenceOf = (fault: FieldFault, language: Language, bound = ''): string => sentences[fault][language].replace('{}', bound);
