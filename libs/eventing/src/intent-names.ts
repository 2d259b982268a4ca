import type { Intent } from './policy.ts';

/**
 * Names the intents of one event, or one due row, for their command ids. What else is intended beside one does not change its name: whoever
 * comes again finds its read models further on, and a name by position would be that of another command, which was carried out.
 */
export class IntentNames {
  readonly #given = new Map<string, number>();

  of({ stream: { category }, id, command, about = '' }: Intent): string {
    const name = `${typeOf(command)}|${about}`;
    const place = JSON.stringify([category, id, name]);
    const before = this.#given.get(place) ?? 0;
    this.#given.set(place, before + 1);
    return before === 0 ? name : `${name}|${before}`;
  }
}

const typeOf = (command: unknown): string =>
  typeof command === 'object' && command !== null && 'type' in command && typeof command.type === 'string' ? command.type : '';
