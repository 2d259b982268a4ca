import { keptMs, type ChannelListener, type ChannelMessage } from '@zhitong/eventing';

/** Old messages are removed by so many at once. */
const slack = 1_000;

/** The last messages of a channel and those who listen to it. */
export class Channel {
  readonly listeners = new Set<ChannelListener>();
  readonly #messages: (ChannelMessage & { readonly at: number })[] = [];
  #last = { at: 0, sequence: 0 };

  /** Ids are `<ms>-<sequence>` and grow also when the clock goes back. */
  append(message: string, now: number, kept: number): string {
    const at = Math.max(now, this.#last.at);
    this.#last = { at, sequence: at === this.#last.at ? this.#last.sequence + 1 : 0 };
    const id = `${String(at)}-${String(this.#last.sequence)}`;
    this.#messages.push({ id, message, at });
    this.#trim(at, kept);
    return id;
  }

  /** Undefined when the message itself is no longer kept: some that followed it may be gone as well. */
  since(id: string, limit: number): readonly ChannelMessage[] | undefined {
    const place = this.#messages.findLastIndex((message) => message.id === id);
    if (place < 0) return undefined;
    return this.#messages.slice(place + 1, place + 1 + limit).map((kept) => ({ id: kept.id, message: kept.message }));
  }

  #trim(now: number, kept: number): void {
    const tooMany = this.#messages.length > kept + slack ? this.#messages.length - kept : 0;
    const oldest = this.#messages[slack];
    const tooOld = oldest !== undefined && oldest.at <= now - keptMs ? slack : 0;
    if (tooMany + tooOld > 0) this.#messages.splice(0, Math.max(tooMany, tooOld));
  }
}
