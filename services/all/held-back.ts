import type { ReadModelStore, Unit } from '@zhitong/eventing';
import type { ServiceAdapters } from '@zhitong/platform';

/** Read models that stand still while a test does something. */
export interface HeldBack {
  readonly adapters: (own: ServiceAdapters) => ServiceAdapters;
  while(projection: string, work: () => Promise<void>): Promise<void>;
}

export function heldBack(): HeldBack {
  const held = new Map<string, Promise<void>>();
  const holding = async ({ checkpoint }: Unit): Promise<void> => held.get(checkpoint?.subscription.split('.')[0] ?? '');
  return {
    adapters: (own) => ({ ...own, readModels: withCommit(own.readModels, async (unit) => holding(unit).then(() => own.readModels.commit(unit))) }),
    async while(projection, work) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(projection, promise);
      await work().finally(() => {
        held.delete(projection);
        resolve();
      });
    },
  };
}

const withCommit = (store: ReadModelStore, commit: ReadModelStore['commit']): ReadModelStore =>
  new Proxy(store, {
    get(target, name): unknown {
      if (name === 'commit') return commit;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
