export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  /** After the name of the metric: `_bucket`, `_sum`, `_count`. */
  readonly suffix?: string;
  readonly labels: Labels;
  readonly value: number;
}

/** One metric with all its label sets; names and units follow Prometheus (seconds, `_total`). */
export interface Instrument {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  samples(): readonly Sample[];
}

/** Only grows. */
export class Counter implements Instrument {
  readonly type = 'counter';
  readonly #sums = new Map<string, { readonly labels: Labels; value: number }>();

  constructor(
    readonly name: string,
    readonly help: string,
  ) {}

  add(labels: Labels, amount = 1): void {
    const key = labelText(labels);
    const sum = this.#sums.get(key);
    if (sum) sum.value += amount;
    else this.#sums.set(key, { labels, value: amount });
  }

  samples(): readonly Sample[] {
    return [...this.#sums.values()];
  }
}

interface Distribution {
  readonly labels: Labels;
  /** By bucket, not yet added up; the last one holds what is longer than all. */
  readonly counts: number[];
  sum: number;
}

/** Durations in seconds, sorted into buckets. */
export class Histogram implements Instrument {
  readonly type = 'histogram';
  readonly #distributions = new Map<string, Distribution>();

  constructor(
    readonly name: string,
    readonly help: string,
    private readonly buckets: readonly number[],
  ) {}

  observe(labels: Labels, ...seconds: readonly number[]): void {
    if (seconds.length === 0) return;
    const distribution = this.#of(labels);
    for (const each of seconds) {
      const found = this.buckets.findIndex((limit) => each <= limit);
      const at = found < 0 ? this.buckets.length : found;
      distribution.counts[at] = (distribution.counts[at] ?? 0) + 1;
      distribution.sum += each;
    }
  }

  #of(labels: Labels): Distribution {
    const key = labelText(labels);
    const known = this.#distributions.get(key);
    const distribution = known ?? { labels, counts: new Array<number>(this.buckets.length + 1).fill(0), sum: 0 };
    if (!known) this.#distributions.set(key, distribution);
    return distribution;
  }

  samples(): readonly Sample[] {
    return [...this.#distributions.values()].flatMap(({ labels, counts, sum }) => {
      let count = 0;
      const buckets = counts.map((own, at): Sample => {
        count += own;
        return { suffix: '_bucket', labels: { ...labels, le: String(this.buckets[at] ?? '+Inf') }, value: count };
      });
      return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: count }];
    });
  }
}

/** Metrics in the text format of Prometheus, version 0.0.4. */
export const exposition = (instruments: readonly Instrument[]): string =>
  instruments.map((instrument) => [...heading(instrument), ...instrument.samples().map((sample) => line(instrument.name, sample))].join('\n') + '\n').join('');

export const expositionType = 'text/plain; version=0.0.4; charset=utf-8';

const heading = ({ name, help, type }: Instrument): readonly string[] => [`# HELP ${name} ${help.replace(/[\\\n]/g, escaped)}`, `# TYPE ${name} ${type}`];

const line = (name: string, { suffix = '', labels, value }: Sample): string => `${name}${suffix}${labelText(labels)} ${numberText(value)}`;

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, escaped)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (char: string): string => (char === '\n' ? '\\n' : `\\${char}`);

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
}
