const shelf = 'phone';
const page = '/m';

/** What the first page consists of: the page without anybody's data, and its files, whose names hold a hash of their content. */
const firstPage = (): readonly string[] => [
  page,
  ...performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname),
];

/** Keeps the first page for when there is no network, and of older ones nothing. Where the browser cannot, it is as it was. */
export async function keepFirstPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.onLine) return;
  await navigator.serviceWorker.register('/phone-worker.js', { scope: page });
  const wanted = new Set(firstPage());
  const kept = await caches.open(shelf);
  const there = new Set((await kept.keys()).map(({ url }) => new URL(url).pathname));
  await kept.addAll([...wanted].filter((path) => path === page || !there.has(path)));
  await Promise.all([...there].filter((path) => !wanted.has(path)).map((path) => kept.delete(path)));
}
