const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs `work` on the first SIGINT or SIGTERM and then raises the signal again: what it means for the rest of the
 * process is not ours to decide. Gives the function that ends this.
 */
export function onEndSignal(work: () => Promise<void>): () => void {
  const forget = (): void => {
    for (const signal of signals) process.off(signal, handle);
  };
  let handled = false;
  const handle = (signal: NodeJS.Signals): void => {
    if (handled) return;
    handled = true;
    void work().finally(() => {
      forget();
      process.kill(process.pid, signal);
    });
  };
  for (const signal of signals) process.on(signal, handle);
  return forget;
}
