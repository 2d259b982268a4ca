import type { Language } from '@zhitong/kernel';
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.ts';

/** What one request carries from the door to the answer. */
export interface RequestContext {
  readonly traceId: string;
  readonly traceparent: string;
  readonly language: Language;
  /** For the styles of the console's page. */
  readonly nonce: string;
  caller?: Caller;
}

const contexts = new WeakMap<FastifyRequest, RequestContext>();

/** The context of a request, made when first asked for. */
export function contextOf(request: FastifyRequest): RequestContext {
  const known = contexts.get(request);
  if (known) return known;
  const made = newContext(request.headers);
  contexts.set(request, made);
  return made;
}

export function newContext(headers: FastifyRequest['headers']): RequestContext {
  const given = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(String(headers['traceparent'] ?? ''))?.[1];
  const traceId = given ?? randomHex();
  return {
    traceId,
    traceparent: `00-${traceId}-${randomHex().slice(16)}-01`,
    language: languageOf(headers['accept-language']),
    nonce: randomHex(),
  };
}

/** 32 digits of a random UUID: the runtime draws for many of these at once, for bytes each time. */
const randomHex = () => randomUUID().replaceAll('-', '');

/** Chinese first: English only when it is asked for before Chinese. */
function languageOf(accepted: string | undefined): Language {
  const asked = (accepted ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find((found) => found !== undefined);
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const best = (language: string) => Math.max(0, ...asked.filter((entry) => entry.language === language).map(({ quality }) => quality));
  return best('en') > best('zh') ? 'en' : 'zh';
}
