import { useSyncExternalStore } from 'react';

const halfMinute = 30_000;
let now = Date.now();
const listeners = new Set<() => void>();
setInterval(() => {
  now = Date.now();
  for (const changed of listeners) changed();
}, halfMinute);

/** The time, moving in half minutes: one clock for all deadlines of the page. */
export const useNow = (): number =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => now,
  );
