import { sentenceOf } from '@zhitong/catalogue';
import type { Details, Language } from '@zhitong/kernel';
import { statusOf } from './refusals.ts';

/** One field that the request got wrong. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly sentence: string;
}

/** RFC 9457, with the refusal's own data. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details: Details;
  readonly traceId: string;
  readonly errors?: readonly FieldError[];
}

const titles: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { zh: '请求有误', en: 'Invalid request' },
  401: { zh: '未登录', en: 'Not logged in' },
  403: { zh: '无权操作', en: 'Not permitted' },
  404: { zh: '未找到', en: 'Not found' },
  409: { zh: '操作冲突', en: 'Conflict' },
  412: { zh: '内容已更新', en: 'Changed meanwhile' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '类型不受支持', en: 'Unsupported type' },
  422: { zh: '不符合规定', en: 'Refused by a rule' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '系统内部错误', en: 'Internal error' },
  503: { zh: '服务暂不可用', en: 'Unavailable' },
  504: { zh: '结果未知', en: 'Outcome unknown' },
};

export interface Refusal {
  readonly code: string;
  /** English, as the rule states it; empty: the sentence of the code. */
  readonly sentence: string;
  readonly details: Details;
  readonly errors?: readonly FieldError[];
}

/** A sentence with what the case names in its place: `{inForce}` stands for the detail of that name. */
const filled = (sentence: string, details: Details): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_all, name: string) => [details[name] ?? []].flat().join('、') || '—');

/** A refusal as the API answers it, in the caller's language. English keeps the rule's own sentence, which names the case. */
export function problemOf(
  { code, sentence, details, errors }: Refusal,
  { language, traceId }: { readonly language: Language; readonly traceId: string },
): Problem {
  const { http } = statusOf(code);
  const known = sentenceOf(code, language);
  return {
    type: `urn:zhitong:problem:${code}`,
    title: titles[http]?.[language] ?? code,
    status: http,
    code,
    detail: language === 'en' && sentence !== '' ? sentence : known === undefined ? sentence : filled(known, details),
    details,
    traceId,
    ...(errors === undefined ? {} : { errors }),
  };
}
