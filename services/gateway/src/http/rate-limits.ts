import { EphemeralUnavailable, taken, type Bucket, type BucketLimits, type EphemeralStore } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { askerAt } from './asker.ts';

const buckets = { session: { capacity: 60, perSecond: 20 }, anonymous: { capacity: 30, perSecond: 10 }, upload: { capacity: 20, perSecond: 0.2 } } as const;

const failedLogins = { most: 5, windowMs: 15 * 60_000 } as const;

/** How much one session or one network may ask (SEC-29). While the shared store is away each process counts for itself. */
export class RateLimits {
  readonly #local = new LocalBuckets();

  constructor(private readonly store: EphemeralStore) {}

  /** @throws {Rejected} `RATE_LIMITED` */
  session(sessionId: string): Promise<void> {
    return this.#take(`rate:session:${sessionId}`, buckets.session);
  }
  /** @throws {Rejected} `RATE_LIMITED` */
  anonymous(ip: string): Promise<void> {
    return this.#take(`rate:ip:${askerAt(ip)}`, buckets.anonymous);
  }

  /** Files are dear to read. @throws {Rejected} `RATE_LIMITED` */
  upload(sessionId: string): Promise<void> {
    return this.#take(`rate:upload:${sessionId}`, buckets.upload);
  }

  /** @throws {Rejected} `RATE_LIMITED` during the pause after too many failed log-ins. */
  async mayLogIn(ip: string): Promise<void> {
    if ((await this.store.get(`login-pause:${askerAt(ip)}`)) !== undefined) throw limited(failedLogins.windowMs);
  }

  async loginFailed(ip: string): Promise<void> {
    const failures = await this.store.hit(`login-failed:${askerAt(ip)}`, failedLogins.windowMs);
    if (failures >= failedLogins.most) await this.store.set(`login-pause:${askerAt(ip)}`, '1', failedLogins.windowMs);
  }

  async #take(key: string, bucket: BucketLimits): Promise<void> {
    const { allowed, retryAfterMs } = await this.store.allow(key, bucket).catch((error: unknown) => {
      if (error instanceof EphemeralUnavailable) return this.#local.allow(key, bucket);
      throw error;
    });
    if (!allowed) throw limited(retryAfterMs);
  }
}

const limited = (retryAfterMs: number) => new Rejected('RATE_LIMITED', 'Too many requests; please wait a moment.', { retryAfterMs });

const mostBuckets = 50_000;

/** Token buckets of this process. */
class LocalBuckets {
  readonly #buckets = new Map<string, Bucket>();

  allow(key: string, limits: BucketLimits): { readonly allowed: boolean; readonly retryAfterMs: number } {
    const { left, ...answer } = taken(this.#buckets.get(key), limits, performance.now());
    if (this.#buckets.size >= mostBuckets) this.#buckets.clear();
    this.#buckets.set(key, left);
    return answer;
  }
}
