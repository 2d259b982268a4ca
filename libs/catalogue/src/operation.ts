import { z } from 'zod';
import type { Right } from './rights.ts';

export const contexts = ['organizations', 'members', 'assessments', 'funding', 'service-centers'] as const;
export type Context = (typeof contexts)[number];

/**
 * How far below the acting grant's organization the target may stand.
 * `own`: exactly there. `within`: there or below. `above`: strictly below, the actor stands above. `self`: the person's own record. `anyone`: every logged-in person.
 */
export type Reach = 'own' | 'within' | 'above' | 'self' | 'anyone';

interface OperationBase {
  /** The use case in camelCase: `operationId`, gRPC method (PascalCase) and audit name. */
  readonly name: string;
  readonly context: Context;
  /** Below `/api/v1`, path parameters in braces: `/directives/{directiveId}/acknowledge`. */
  readonly path: string;
  /** One sentence for the API document. */
  readonly summary: string;
  readonly right: Right | 'none';
  readonly reach: Reach;
  /** The record of the act reaches the audit sink before the answer: reveal, grant, export, erase (SEC-24). */
  readonly sealed?: true;
  /** Asks for a log-in at most five minutes old: grants, accounts, erasure (SEC-07). */
  readonly freshLogIn?: true;
  /** The act leaves no commit from which its record could be made good: it is on record as `begun` before it begins (SEC-25). */
  readonly recordedFirst?: true;
}
export interface CommandOperation<Input extends z.ZodObject = z.ZodObject> extends OperationBase {
  readonly kind: 'command';
  readonly input: Input;
}
export interface QueryOperation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> extends OperationBase {
  readonly kind: 'query';
  readonly input: Input;
  readonly output: Output;
}
export type Operation = CommandOperation | QueryOperation;

/** A use case that changes something, declared once: schema, route, right. POST; answers a {@link receiptSchema}. */
export const defineCommand = <Input extends z.ZodObject>(declared: Omit<CommandOperation<Input>, 'kind'>): CommandOperation<Input> => ({
  kind: 'command',
  ...declared,
});

/** A question. GET; everything that is no path parameter is a query parameter. */
export const defineQuery = <Input extends z.ZodObject, Output extends z.ZodType>(
  declared: Omit<QueryOperation<Input, Output>, 'kind'>,
): QueryOperation<Input, Output> => ({ kind: 'query', ...declared });

/** What a command answers: `id` is the aggregate's (new or acted on), `version` that of `stream` after the command. */
export const receiptSchema = z
  .object({
    id: z.string(),
    stream: z.string(),
    version: z.int(),
    /** `W:` codes without the prefix, stored in the event as well. */
    warnings: z.array(z.string()),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receiptSchema>;

/** One page of a list. `total` is exact up to 10,000, `totalMore` says that there are more. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    items: z.array(row),
    next: z.string().optional(),
    total: z.int(),
    totalMore: z.boolean(),
    /** Seconds since the oldest position of the read model was known to be current. */
    lagSeconds: z.number(),
  });

/** Paging parameters of every list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(20),
  cursor: z.string().max(2048).optional(),
} as const;
