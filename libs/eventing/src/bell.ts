/** Lets one waiting side know that there is something to do; rings that nobody waits for are remembered once. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, at once when it rang since the last wait. One waits at a time. */
  rung(): Promise<void>;
}

export function createBell(): Bell {
  let remembered = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      if (wake === undefined) remembered = true;
      else wake();
      wake = undefined;
    },
    rung() {
      if (!remembered) return new Promise((resolve) => (wake = resolve));
      remembered = false;
      return Promise.resolve();
    },
  };
}
