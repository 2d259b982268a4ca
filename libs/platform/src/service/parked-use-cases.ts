import { platformOperation, type DiscardReason, type Receipt } from '@zhitong/catalogue';
import { parkedCollection, type ParkedEvent, type ParkedKey } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { confirmDiscard, discardKey, discardsCollection, proposeDiscard, type Discard } from './discard.ts';
import type { Kit } from './kit.ts';
import { redrive } from './redrive.ts';
import type { RunningService } from './running-service.ts';
import type { UseCase } from './service-definition.ts';

/** The target of operations that concern the service, not an organization. */
export const nobody = { personId: 'per_none' } as const;

/** Operators see which streams wait and why, never what is in them. */
export const parkedUseCases = (runtime: RunningService): readonly UseCase[] => [
  {
    operation: platformOperation('parkedKeys', runtime.context),
    async execute(_input, kit) {
      await kit.allow(nobody);
      return parkedKeys(runtime);
    },
  },
  {
    operation: platformOperation('redriveKey', runtime.context),
    async execute(input, kit): Promise<Receipt> {
      await kit.allow(nobody);
      const { subscription, stream } = input as ParkedKey;
      const outcome = await redrive(runtime, { subscription, stream });
      if (outcome.taken === 0) throw new Rejected('NOT_FOUND', 'Nothing is parked there.', { subscription, stream });
      if (outcome.error !== undefined) throw new Rejected('STILL_POISON', 'The first parked event fails as before.', { error: outcome.error });
      return { id: stream, stream, version: outcome.version, warnings: [] };
    },
  },
  {
    operation: platformOperation('proposeDiscard', runtime.context),
    async execute(input, kit): Promise<Receipt> {
      await kit.allow(nobody);
      const { reasonCode, ...key } = input as ParkedKey & { readonly reasonCode: DiscardReason };
      await proposeDiscard(runtime, key, reasonCode, personOf(kit));
      await kit.audit({ personIds: [], fields: [key.stream], purpose: reasonCode });
      return { id: key.stream, stream: key.stream, version: 0, warnings: [] };
    },
  },
  {
    operation: platformOperation('confirmDiscard', runtime.context),
    async execute(input, kit): Promise<Receipt> {
      await kit.allow(nobody);
      const { subscription, stream } = input as ParkedKey;
      const { discarded, version } = await confirmDiscard(runtime, { subscription, stream }, personOf(kit));
      await kit.audit({ personIds: [], fields: [discarded.event], purpose: discarded.reasonCode });
      return { id: stream, stream, version, warnings: [] };
    },
  },
];

async function parkedKeys({ adapters: { readModels } }: RunningService) {
  const page = await readModels.query<ParkedEvent>(parkedCollection.name, { where: [], orderBy: { field: 'parkedAt', direction: 'asc' }, limit: 1000 });
  const keys = [...Map.groupBy(page.items, discardKey)];
  const discards = await readModels.getMany<Discard>(
    discardsCollection.name,
    keys.map(([key]) => key),
  );
  const items = keys.flatMap(([key, events]) => {
    const poison = events.find(({ error }) => error !== '') ?? events[0];
    if (!poison) return [];
    const { subscription, stream, type, error, parkedAt } = poison;
    return [{ subscription, stream, type, error, parkedAt, waiting: events.length - 1, discard: proposalOf(discards.get(key)) }];
  });
  return { items, total: items.length, totalMore: page.next !== undefined, lagSeconds: 0 };
}

const proposalOf = (discard: Discard | undefined) =>
  discard ? { reasonCode: discard.reasonCode, proposedById: discard.proposedById, proposedAt: discard.proposedAt } : null;

function personOf({ call: { subject } }: Kit): string {
  if (subject.kind === 'person') return subject.personId;
  throw new Rejected('FORBIDDEN_ROLE', 'People discard, no policy does.');
}
