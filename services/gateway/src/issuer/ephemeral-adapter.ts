import type { EphemeralStore } from '@zhitong/eventing';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { z } from 'zod';

const payloadSchema = z.looseObject({ uid: z.string().optional(), grantId: z.string().optional() });
const longestSeconds = 14 * 24 * 3600;

/** Everything the issuer remembers, in the store that several gateways share. */
export class EphemeralAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly store: EphemeralStore,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn = longestSeconds): Promise<void> {
    const ttl = expiresIn * 1000;
    await this.store.set(this.#key(id), JSON.stringify(payload), ttl);
    if (payload.uid !== undefined) await this.store.set(this.#uid(payload.uid), id, ttl);
    if (payload.grantId !== undefined) await this.store.include(this.#ofGrant(payload.grantId), id, ttl);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const stored = await this.store.get(this.#key(id));
    if (stored === undefined) return undefined;
    const consumed = await this.store.get(this.#consumed(id));
    const { uid, grantId, ...rest } = payloadSchema.parse(JSON.parse(stored));
    return {
      ...rest,
      ...(uid === undefined ? {} : { uid }),
      ...(grantId === undefined ? {} : { grantId }),
      ...(consumed === undefined ? {} : { consumed: Number(consumed) }),
    };
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const id = await this.store.get(this.#uid(uid));
    return id === undefined ? undefined : this.find(id);
  }

  /** There is no device flow. */
  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async consume(id: string): Promise<void> {
    await this.store.set(this.#consumed(id), String(Math.floor(Date.now() / 1000)), longestSeconds * 1000, { onlyIfAbsent: true });
  }

  async destroy(id: string): Promise<void> {
    await this.store.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    const set = this.#ofGrant(grantId);
    const ids = await this.store.members(set);
    await this.store.delete(...ids.map((id) => this.#key(id)), set);
  }

  #key(id: string): string {
    return `oidc:${this.model}:${id}`;
  }
  #uid(uid: string): string {
    return `oidc-uid:${this.model}:${uid}`;
  }
  #consumed(id: string): string {
    return `oidc-consumed:${this.model}:${id}`;
  }
  #ofGrant(grantId: string): string {
    return `oidc-grant:${this.model}:${grantId}`;
  }
}
