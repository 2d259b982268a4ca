import type { Log } from '@zhitong/eventing';

/** Something that was refused to somebody, and that no audit tells of. When is the time of its line. Ids and codes only. */
export interface Attempt {
  /** `per_...` or `system:<policy>`; undefined for nobody known. */
  readonly actorId: string | undefined;
  /** The network it came from, without the part that names a machine. */
  readonly from?: string;
  /** The operation, or the method and the route. */
  readonly operation: string;
  /** Code of the refusal. */
  readonly code: string;
  readonly traceId: string;
}

/** Lines a minute about one person, and about all who are not known. */
const mostLines = 100;
const minuteMs = 60_000;
const nobody = 'nobody';

/** Where attempts are told of: each once. */
export interface AttemptNotes {
  attempted(attempt: Attempt): void;
}

/** Writes a line an attempt for the operator (ASVS 16.2, 16.3); what is too much for a minute is summed up by person and code at its end. */
export class SecurityLog implements AttemptNotes {
  readonly #told = new Map<string, number>();
  readonly #untold = new Map<string, { readonly actorId: string; readonly code: string; count: number }>();
  #minute: NodeJS.Timeout | undefined;

  constructor(private readonly log: Log) {}

  attempted({ actorId = nobody, ...attempt }: Attempt): void {
    this.#minute ??= setTimeout(() => this.sumUp(), minuteMs).unref();
    const told = this.#told.get(actorId) ?? 0;
    if (told >= mostLines) return this.#count(actorId, attempt.code);
    this.#told.set(actorId, told + 1);
    this.log.warn({ type: 'security', actorId, ...attempt }, 'Refused');
  }

  /** Ends the minute: also the last act of a process. */
  sumUp(): void {
    clearTimeout(this.#minute);
    this.#minute = undefined;
    for (const more of this.#untold.values()) this.log.warn({ type: 'security', ...more }, 'Refused as well in the last minute');
    this.#told.clear();
    this.#untold.clear();
  }

  #count(actorId: string, code: string): void {
    const key = `${actorId} ${code}`;
    const known = this.#untold.get(key) ?? { actorId, code, count: 0 };
    known.count += 1;
    this.#untold.set(key, known);
  }
}

/** Everything of an address but what names a machine: `203.0.113.0/24`, `2001:db8:1::/48`. */
export function networkOf(address: string): string {
  const four = /(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1];
  if (four !== undefined) return `${four}.0/24`;
  const [head = ''] = address.split('::');
  return `${head.split(':').slice(0, 3).join(':')}::/48`;
}
