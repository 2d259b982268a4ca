/**
 * Works through queues side by side, each in its own order, at most `width` of them at a time; a queue is taken when a lane is free. After the
 * first failure nothing new is begun; it is thrown once everything that was begun has ended.
 */
export async function inLanes<Item>(queues: Iterable<readonly Item[]>, width: number, work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = queues[Symbol.iterator]();
  let failed: Promise<void> | undefined;
  const lane = async () => {
    for (let queue = waiting.next(); queue.done !== true; queue = waiting.next()) {
      for (const item of queue.value) {
        if (failed) return;
        const doing = work(item);
        await doing.catch(() => {
          failed ??= doing;
        });
      }
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  await failed;
}

/** As {@link inLanes}, of items that wait for no other. */
export const inParallel = <Item>(items: Iterable<Item>, width: number, work: (item: Item) => Promise<void>): Promise<void> =>
  inLanes(eachAlone(items), width, work);

function* eachAlone<Item>(items: Iterable<Item>): Generator<readonly [Item]> {
  for (const item of items) yield [item];
}
