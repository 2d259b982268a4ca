import type { CommandOperation, Context, Operation, QueryOperation, Receipt } from '@zhitong/catalogue';
import type { AnyProjection, Deadline, DueRow, Policy, StreamType } from '@zhitong/eventing';
import type { z } from 'zod';
import type { Metric } from './figures.ts';
import type { Kit, PolicyEnv, ServiceEnv } from './kit.ts';
import type { Chore } from './upkeep.ts';
import type { Reconciliation } from './reconciliation.ts';

/** An operation and what carries it out; `@nestjs/cqrs` dispatches it. */
export interface UseCase {
  readonly operation: Operation;
  execute(input: unknown, kit: Kit): Promise<unknown>;
}

/**
 * Binds a command to its stream: one statement; a branch in it belongs in the decider.
 * `useCase(ProposeOrganization, async (input, kit) => { await kit.allow(...); return kit.handle(...) })`.
 */
export function useCase<Input extends z.ZodObject>(
  operation: CommandOperation<Input>,
  execute: (input: z.infer<Input>, kit: Kit) => Promise<Receipt>,
): UseCase {
  return { operation, execute: async (input, kit) => execute(operation.input.parse(input), kit) };
}

/** Answers a query from the service's read models. */
export function answer<Input extends z.ZodObject, Output extends z.ZodType>(
  operation: QueryOperation<Input, Output>,
  execute: (input: z.infer<Input>, kit: Kit) => Promise<z.infer<Output>>,
): UseCase {
  return { operation, execute: async (input, kit) => execute(operation.input.parse(input), kit) };
}

/** All a service is made of; the runtime does the rest (stores, topics, gRPC, health, audit). */
export interface ServiceDefinition {
  readonly context: Context;
  readonly streams: readonly StreamType[];
  readonly projections: readonly AnyProjection[];
  readonly policies: readonly Policy<PolicyEnv>[];
  readonly deadlines: readonly Deadline<DueRow, ServiceEnv>[];
  readonly useCases: readonly UseCase[];
  /** Cockpit figures this service owns. */
  readonly metrics: readonly Metric[];
  /** Flows into this service that are reckoned again every night. */
  readonly reconciliations?: readonly Reconciliation[];
  /** Tidying that no event sets off; every replica does it, round after round. */
  readonly chores?: (env: ServiceEnv, now: () => string) => readonly Chore[];
}
