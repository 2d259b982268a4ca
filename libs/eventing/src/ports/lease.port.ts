/** Exclusive right of one process, on the store's clock. */
export interface Lease {
  readonly name: string;
  /** Grows with each new holder: writes that carry an older one are refused. */
  readonly epoch: number;
}

export interface LeaseStore {
  /** Takes a free or expired lease; undefined while another holds it. */
  acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined>;
  /** False once somebody else holds it: stop at once. */
  renew(lease: Lease, owner: string, ttlMs: number): Promise<boolean>;
  release(lease: Lease, owner: string): Promise<void>;
  /** Progress kept under the lease; written only while `lease.epoch` is the newest. False = refused. */
  save(lease: Lease, progress: unknown): Promise<boolean>;
  progress(name: string): Promise<unknown>;
}
