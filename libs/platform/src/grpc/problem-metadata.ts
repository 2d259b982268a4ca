import { Metadata, status } from '@grpc/grpc-js';
import { Rejected } from '@zhitong/kernel';
import { z } from 'zod';
import { asRejected } from '../http/as-rejected.ts';
import { statusOf } from '../http/refusals.ts';

const name = 'x-problem-bin';

const problem = z.object({
  code: z.string(),
  sentence: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])),
});

/** What gRPC takes as the end of a call. */
export interface Failure {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
}

/** What another service refused: it has told of it by itself. */
export class RefusedByService extends Rejected {}

/** A refusal with its data, or `INTERNAL` without a word: undefined says that the error has to be logged. */
export function failureOf(error: unknown): { readonly failure: Failure; readonly refusal: Rejected | undefined } {
  const refusal = asRejected(error);
  const { code, sentence, details } = refusal ?? new Rejected('INTERNAL', '');
  const metadata = new Metadata();
  metadata.set(name, Buffer.from(JSON.stringify({ code, sentence, details })));
  return { failure: { code: statusOf(code).grpc, details: code, metadata }, refusal };
}

/** The refusal a service sent, undefined when the failure is the wire's own. */
export function refusalIn(metadata: Metadata | undefined): RefusedByService | undefined {
  const [packed] = metadata?.get(name) ?? [];
  if (packed === undefined) return undefined;
  const { code, sentence, details } = problem.parse(JSON.parse(packed.toString()));
  return new RefusedByService(code, sentence, details);
}
