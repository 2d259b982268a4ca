import { backoff } from './backoff.ts';
import { tries, waits, type Poison } from './poison.ts';
import type { FoldFailed } from './row-folder.ts';

interface Place {
  readonly stream: string;
  readonly version: number;
}

/** The folds that threw while a batch was gone over again and again: what failed five times is poison. */
export class FoldFailures {
  readonly #errors = new Map<string, readonly string[]>();

  /** Resolves when the batch may be gone over again. */
  async note({ step, message }: FoldFailed): Promise<void> {
    const errors = [...(this.#errors.get(keyOf(step)) ?? []), message];
    this.#errors.set(keyOf(step), errors);
    if (errors.length < tries) await backoff(errors.length, waits);
  }

  of(event: Place): Poison | undefined {
    if (this.#errors.size === 0) return undefined;
    const errors = this.#errors.get(keyOf(event)) ?? [];
    return errors.length < tries ? undefined : { error: errors.at(-1) ?? '' };
  }
}

const keyOf = ({ stream, version }: Place): string => `${stream}#${version}`;
