import { describe, logFields, type Log } from '@zhitong/eventing';
import { pino, stdSerializers } from 'pino';

const allowed = new Set<string>(logFields);

/** Control characters could forge lines or drive a terminal. */
const encoded = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const plain = (value: unknown): unknown => {
  if (value instanceof Error) return encoded(describe(value)).slice(0, 500);
  if (typeof value === 'string') return encoded(value).slice(0, 500);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return undefined;
};

const kept = (fields: object) => Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (allowed.has(key) ? [[key, plain(value)]] : [])));

/** One JSON line a note on standard error; never a payload, never a name. */
export function createLog(service: string, level: string): Log {
  const logger = pino({ level, base: { service }, serializers: stdSerializers, timestamp: () => `,"time":"${new Date().toISOString()}"` }, process.stderr);
  return {
    info: (fields, sentence) => logger.info(kept(fields), sentence),
    warn: (fields, sentence) => logger.warn(kept(fields), sentence),
    error: (fields, sentence) => logger.error(kept(fields), sentence),
  };
}
