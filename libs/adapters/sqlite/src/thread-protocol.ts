import { NoIndex, StoreFull, StoreUnavailable } from '@zhitong/eventing';
import { Rejected, type Details } from '@zhitong/kernel';
import { FileDamaged } from './damage.ts';

export interface Request {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}
export type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly failure: Failure });

/** An error as data; classes do not survive a structured clone. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly members: Readonly<Record<string, unknown>>;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: undefined, members: {} };
  const { name, message, stack } = error;
  if (error instanceof Rejected) return { name, message, stack, members: { code: error.code, sentence: error.sentence, details: error.details } };
  if (error instanceof FileDamaged) return { name, message, stack, members: { file: error.file, reason: error.reason } };
  return { name, message, stack, members: {} };
}

const classes = new Map([NoIndex, StoreFull, StoreUnavailable, TypeError].map((type) => [type.name, type]));

/** The error with its class; the stack of the other thread is its cause. */
export function errorOf({ name, message, stack, members }: Failure): Error {
  const options = { cause: stack };
  if (name === 'Rejected') return new Rejected(String(members.code), String(members.sentence), members.details as Details);
  if (name === 'FileDamaged') return new FileDamaged(String(members.file), String(members.reason), options);
  const type = classes.get(name);
  return type === undefined ? Object.assign(new Error(message, options), { name }) : new type(message, options);
}
