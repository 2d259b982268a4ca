/**
 * Works through queues side by side, each in its own order, at most `width` of them at a time. After the first failure nothing new is
 * begun; it is thrown once everything that was begun has ended.
 */
export async function inLanes<Item>(queues: readonly (readonly Item[])[], width: number, work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = queues.values();
  let failed: Promise<void> | undefined;
  const lane = async () => {
    for (const queue of waiting) {
      for (const item of queue) {
        if (failed) return;
        const doing = work(item);
        await doing.catch(() => {
          failed ??= doing;
        });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, queues.length) }, lane));
  await failed;
}
