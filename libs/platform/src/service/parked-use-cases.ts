import { platformOperation, type Context, type Receipt } from '@zhitong/catalogue';
import { parkedCollection, type ParkedEvent } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { redrive } from './redrive.ts';
import type { ServiceRuntime } from './service-runtime.ts';
import type { UseCase } from './service-definition.ts';

interface KeyInput {
  readonly subscription: string;
  readonly stream: string;
}

/** Operators see which streams wait and why, never what is in them. */
export const parkedUseCases = (context: Context, runtime: ServiceRuntime): readonly UseCase[] => [
  {
    operation: platformOperation('parkedKeys', context),
    async execute(_input, kit) {
      await kit.allow({ personId: 'per_none' });
      const page = await runtime.adapters.readModels.query<ParkedEvent>(parkedCollection.name, {
        where: [],
        orderBy: { field: 'parkedAt', direction: 'asc' },
        limit: 1000,
      });
      const keys = new Map<string, ParkedEvent[]>();
      for (const event of page.items) keys.set(`${event.subscription}|${event.stream}`, [...(keys.get(`${event.subscription}|${event.stream}`) ?? []), event]);
      const items = [...keys.values()].flatMap((events) => {
        const poison = events.find(({ error }) => error !== '') ?? events[0];
        if (!poison) return [];
        const { subscription, stream, type, error, parkedAt } = poison;
        return [{ subscription, stream, type, error, parkedAt, waiting: events.length - 1 }];
      });
      return { items, total: items.length, totalMore: page.next !== undefined, lagSeconds: 0 };
    },
  },
  {
    operation: platformOperation('redriveKey', context),
    async execute(input, kit): Promise<Receipt> {
      await kit.allow({ personId: 'per_none' });
      const { subscription, stream } = input as KeyInput;
      const outcome = await redrive(runtime, subscription, stream);
      if (outcome.taken === 0) throw new Rejected('NOT_FOUND', 'Nothing is parked there.', { subscription, stream });
      if (outcome.error !== undefined) throw new Rejected('STILL_POISON', 'The first parked event fails as before.', { error: outcome.error });
      return { id: stream, stream, version: outcome.version, warnings: [] };
    },
  },
];
