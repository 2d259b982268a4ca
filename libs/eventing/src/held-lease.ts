import type { Lease, LeaseStore } from './ports/lease.port.ts';
import type { Log } from './ports/log.port.ts';

export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** A lease that is renewed three times in its life until it is ended or lost. */
export interface HeldLease {
  readonly lease: Lease;
  /** Aborted with {@link LeaseLost} once the lease may belong to somebody else. */
  readonly lost: AbortSignal;
  /** @throws {LeaseLost} also when this process slept through its lease and no timer has run yet. */
  ensureHeld(): void;
  /** Stops renewing and gives the lease back. */
  end(): Promise<void>;
}

export interface LeaseClaim {
  readonly leases: LeaseStore;
  readonly name: string;
  readonly owner: string;
  readonly ttlMs: number;
  readonly log: Log;
}

/** Undefined while another holds it. */
export async function holdLease(claim: LeaseClaim): Promise<HeldLease | undefined> {
  const askedAt = performance.now();
  const lease = await claim.leases.acquire(claim.name, claim.owner, claim.ttlMs);
  return lease && keepLease(claim, lease, askedAt);
}

/** Our time runs from before each request, so the store never ends the lease before we do. */
function keepLease({ leases, owner, ttlMs, log }: LeaseClaim, lease: Lease, acquiredAt: number): HeldLease {
  const losing = new AbortController();
  let confirmedAt = acquiredAt;
  let renewing = false;
  const lose = () => {
    clearInterval(timer);
    losing.abort(new LeaseLost(`lease ${lease.name} of epoch ${lease.epoch} is lost`));
  };
  const loseIfExpired = () => {
    if (performance.now() - confirmedAt >= ttlMs) lose();
  };
  const renew = async () => {
    const askedAt = performance.now();
    if (await leases.renew(lease, owner, ttlMs)) confirmedAt = askedAt;
    else lose();
  };
  const timer = setInterval(() => {
    loseIfExpired();
    if (renewing || losing.signal.aborted) return;
    renewing = true;
    renew()
      .catch((error: unknown) => log.warn({ lease: lease.name, error }, 'lease could not be renewed'))
      .finally(() => (renewing = false));
  }, ttlMs / 3);

  return {
    lease,
    lost: losing.signal,
    ensureHeld() {
      loseIfExpired();
      losing.signal.throwIfAborted();
    },
    async end() {
      clearInterval(timer);
      if (losing.signal.aborted) return;
      await leases.release(lease, owner).catch((error: unknown) => log.warn({ lease: lease.name, error }, 'lease could not be given back, it will run out'));
    },
  };
}
