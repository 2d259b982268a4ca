import { eventId, isOutage } from '@zhitong/eventing';
import { Rejected, type Call } from '@zhitong/kernel';
import { mayRead } from '../access/scope.ts';
import type { Tree } from '../access/tree.port.ts';
import { bodyHash } from './carry-out.ts';
import type { Executions } from './executions.ts';
import { actorOf } from './kit-factory.ts';
import type { Acting, ActOutcome, OrderedAct } from './kit.ts';
import type { RowsOptions } from './rows.ts';

export interface ActingOptions {
  readonly executions: () => Executions;
  readonly rows: RowsOptions;
  readonly tree: Tree;
  readonly now: () => string;
}

/** Orders of people, carried out through the same door as what they send themselves. */
export function actingOn({ executions, rows, tree, now }: ActingOptions): Acting {
  const callOf = ({ by, input, commandId, cause }: OrderedAct): Call => ({
    subject: { kind: 'person', ...by },
    now: now(),
    commandId,
    bodyHash: bodyHash(input, commandId),
    correlationId: cause.correlationId,
    causationId: eventId(cause),
    ...(cause.traceparent === undefined ? {} : { traceparent: cause.traceparent }),
    language: 'zh',
  });
  return {
    perform: (act) =>
      answered(async () => {
        await executions().execute(act.operation, act.input, callOf(act));
        return false;
      }),
    rehearse: (act) => answered(() => executions().rehearse(act.operation, act.input, callOf(act))),
    async reach(by) {
      const view = tree.current();
      const call = { subject: { kind: 'person', ...by }, now: now() } as const;
      const actor = await actorOf(call, { rows });
      return { tree: view, mayRead: (organizationId) => mayRead(actor, organizationId, view) };
    },
  };
}

async function answered(act: () => Promise<boolean>): Promise<ActOutcome> {
  try {
    return { repeated: await act() };
  } catch (error) {
    if (error instanceof Rejected && !isOutage(error)) return { refused: error };
    throw error;
  }
}
