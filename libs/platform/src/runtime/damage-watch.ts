/** Of the SQLite adapters: what was stored is no longer there as it was. */
const damages = new Set(['LogDamaged', 'FileDamaged']);

const isDamage = (error: unknown): boolean => error instanceof Error && damages.has(error.name);

/** The store, telling whoever must end the process of damage that it finds at work: going on would build on what is not true. */
export function watchingDamage<Store extends object>(store: Store, damaged: (error: unknown) => void): Store {
  const told = (error: unknown): never => {
    if (isDamage(error)) damaged(error);
    throw error;
  };
  const watched = (method: (...args: unknown[]) => unknown) =>
    function watchedCall(...args: unknown[]): unknown {
      try {
        const answer = method.apply(store, args);
        return answer instanceof Promise ? answer.catch(told) : answer;
      } catch (error) {
        return told(error);
      }
    };
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? watched(member as (...args: unknown[]) => unknown) : member;
    },
  });
}
