import { useEffect, useRef, useSyncExternalStore } from 'react';
import { LiveHub, type Hint, type LiveMode } from './hub.ts';

const hub = new LiveHub();
export const startLive = () => hub.start();

/** Calls back on each hint of the topics, while the page is open. */
export function useLive(topics: readonly string[], onHint: (hint: Hint) => void): void {
  const latest = useRef(onHint);
  useEffect(() => {
    latest.current = onHint;
  });
  const list = topics.join(',');
  useEffect(() => (list === '' ? undefined : hub.listen(list.split(','), (hint) => latest.current(hint))), [list]);
}

export const useLiveMode = (): LiveMode =>
  useSyncExternalStore(
    (changed) => hub.onMode(changed),
    () => hub.mode,
  );

/** How often a page asks when nothing tells it: every 15 seconds without a stream, else not at all. */
export const usePollSeconds = (): number | null => (useLiveMode() === 'polling' ? 15 : null);
