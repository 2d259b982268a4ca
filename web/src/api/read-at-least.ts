import { pause } from './pause.ts';

/** Reads until the answer has a version: a read model may be seconds behind the refusal that named it. Otherwise what was read last, after 1, 2 and 4 seconds. */
export async function readAtLeast<Found extends { readonly version: number }>(
  version: number,
  look: () => Promise<Found>,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): Promise<Found> {
  let found = await look();
  for (const seconds of [1, 2, 4]) {
    if (found.version >= version) return found;
    await wait(seconds * 1_000);
    found = await look();
  }
  return found;
}
