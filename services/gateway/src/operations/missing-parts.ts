import type { Context } from '@zhitong/catalogue';
import type { Clock } from '@zhitong/eventing';

/** Since when services have not answered, as this gateway has seen it. */
export class MissingParts {
  readonly #since = new Map<Context, string>();

  constructor(private readonly clock: Clock) {}

  answered(context: Context): void {
    this.#since.delete(context);
  }

  since(context: Context): string {
    const since = this.#since.get(context) ?? this.clock.now();
    this.#since.set(context, since);
    return since;
  }
}
