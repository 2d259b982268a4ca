import { crashPoint, type EphemeralStore, type Page, type ReadModelStore } from '@zhitong/eventing';
import { addHours, instantMs, Rejected, yearsBetween } from '@zhitong/kernel';
import type { RevealableField, RevealReason } from '@zhitong/catalogue';
import { openText, sealText, type Destroyed, type KeyRing, type KeyService } from '@zhitong/platform';
import { clearValue, identitySchema, type Identity } from './identity.ts';
import { ageBand, erasedName, maskAddress, maskCitizenNumber, maskName, maskPhone } from './masking.ts';
import { nameTokens, searchTokens } from './name-index.ts';
import { identities, looks, persons, tokens, VaultStore, type IdentityRow, type LookRow, type PersonRow, type TokenRow } from './vault.store.ts';

/** What a list or a profile may show without a reason. */
export interface MaskedIdentity {
  readonly nameMasked: string;
  readonly citizenNumberMasked: string;
  readonly phoneMasked?: string | undefined;
  readonly addressMasked?: string | undefined;
  readonly ageBand: string;
}

export interface Looker {
  readonly personId: string;
  readonly organizationId?: string;
}

export interface VaultOptions {
  /** A store of its own, apart from the read models and from the keys. */
  readonly store: ReadModelStore;
  readonly keys: KeyRing;
  readonly service: KeyService;
  readonly ephemeral: EphemeralStore;
}

/** A registration that never came to its event holds the citizen number this long. */
const reservationHours = 1;
const hourMs = 3_600_000;
/** Candidates that a search looks at before it says "more". */
const searchDepth = 2000;
const contextOf = (personId: string) => `vault|${personId}`;

/**
 * Names, citizen numbers, phones, addresses, birth dates: one data key per person, the person's id bound into the seal.
 * Erasing destroys the key; what remains of the rows is noise.
 */
export class Vault {
  private constructor(
    private readonly rows: VaultStore,
    private readonly options: VaultOptions,
  ) {}

  static async open(options: VaultOptions): Promise<Vault> {
    const rows = new VaultStore(options.store);
    await rows.ensure();
    return new Vault(rows, options);
  }

  /**
   * Takes the citizen number for a person before the event is written. A retry of the same person passes; a reservation that was
   * abandoned an hour ago is taken over unless its person is known by now.
   * @throws {Rejected} `DUPLICATE_PERSON`
   */
  async reserve(citizenNumber: string, personId: string, at: string, isKnown: (personId: string) => Promise<boolean>): Promise<string> {
    const ref = await this.options.service.mac('citizen-number', citizenNumber);
    const { revision, row: held } = await this.rows.read<IdentityRow>(identities, ref);
    if (held?.personId === personId) return ref;
    if (held !== undefined && !(await this.#abandoned(held, at, isKnown))) throw duplicate();
    const row: IdentityRow = { personId, state: 'reserved', reservedAt: at };
    if (!(await this.rows.put(identities, ref, revision, row))) throw duplicate();
    if (held !== undefined) await this.erase(held.personId, at);
    return ref;
  }

  async #abandoned(held: IdentityRow, at: string, isKnown: (personId: string) => Promise<boolean>): Promise<boolean> {
    if (held.state === 'confirmed' || addHours(held.reservedAt, reservationHours) > at) return false;
    return !(await isKnown(held.personId));
  }

  /**
   * Seals the record and writes the search words in one unit. A person has one citizen number: another one is another command under the same key.
   * @throws {Rejected} `ERASED`, also when the erasure comes in between; `IDEMPOTENCY_KEY_REUSED`
   */
  async keep(personId: string, identityRef: string, identity: Identity): Promise<void> {
    const known = await this.rows.get<PersonRow>(persons, personId);
    if (known !== undefined && known.identityRef !== identityRef) throw new Rejected('IDEMPOTENCY_KEY_REUSED', 'This call has kept another person.');
    const key = await this.options.keys.obtain(personId);
    const sealed = sealText(key, JSON.stringify(identitySchema.parse(identity)), contextOf(personId));
    const words = await this.options.service.macs('name-word', nameTokens(identity.name));
    const person: PersonRow = { sealed, identityRef };
    await this.rows.putAll([
      { collection: persons, key: personId, row: person },
      ...words.map((token) => ({ collection: tokens, key: `${token}.${personId}`, row: { token, personId } satisfies TokenRow })),
    ]);
    crashPoint('vault.stored');
    if (await this.#isErased(personId)) {
      await this.#clear(personId); // whoever erased meanwhile may have cleared before these rows were written
      throw erased();
    }
  }

  /** Puts phone or address right; everything else stays. Repeating it changes nothing. @throws {Rejected} `ERASED`, `NOT_FOUND` */
  async correct(personId: string, change: Pick<Identity, 'phone' | 'address'>): Promise<void> {
    const identity = await this.own(personId);
    const person = await this.rows.get<PersonRow>(persons, personId);
    if (person !== undefined) await this.keep(personId, person.identityRef, { ...identity, ...change });
  }

  /** The registration is in the log: the citizen number belongs to this person. Repeating it changes nothing. */
  async confirm(personId: string): Promise<void> {
    const person = await this.rows.get<PersonRow>(persons, personId);
    if (person === undefined) return;
    const { revision, row: held } = await this.rows.read<IdentityRow>(identities, person.identityRef);
    if (held?.personId !== personId || held.state === 'confirmed') return;
    await this.rows.put(identities, person.identityRef, revision, { ...held, state: 'confirmed' } satisfies IdentityRow);
  }

  /** Clears up what was reserved before an instant and never came to an event. @returns how many were let go. */
  async sweep(at: string, isKnown: (personId: string) => Promise<boolean>): Promise<number> {
    const before = addHours(at, -reservationHours);
    const { items } = await this.rows.query<IdentityRow>(
      identities,
      [
        { field: 'state', eq: 'reserved' },
        { field: 'reservedAt', lt: before },
      ],
      200,
    );
    let swept = 0;
    for (const { $key, personId } of items) {
      if (await isKnown(personId)) {
        await this.confirm(personId);
        continue;
      }
      await this.#release($key, personId);
      await this.erase(personId, at);
      swept += 1;
    }
    return swept;
  }

  /** Who has this citizen number; the digest never leaves the vault. */
  async findByCitizenNumber(citizenNumber: string): Promise<string | undefined> {
    const held = await this.rows.get<IdentityRow>(identities, await this.options.service.mac('citizen-number', citizenNumber));
    return held?.personId;
  }

  /** Names for one page; the erased as {@link erasedName}, the unknown missing. */
  async names(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const [records, gone] = await Promise.all([this.#open(personIds), this.options.keys.destroyed(personIds)]);
    const erased = [...gone].map((personId) => [personId, erasedName] as const);
    return new Map([...erased, ...[...records].map(([personId, { name }]) => [personId, name] as const)]);
  }

  /** Masked records of a page; the erased and the unknown are missing. */
  async masked(personIds: readonly string[], today: string): Promise<ReadonlyMap<string, MaskedIdentity>> {
    const records = await this.#open(personIds);
    return new Map([...records].map(([personId, identity]) => [personId, mask(identity, today)]));
  }

  /** The whole record in clear, for the person itself. @throws {Rejected} `ERASED`, `NOT_FOUND` */
  async own(personId: string): Promise<Identity> {
    const identity = (await this.#open([personId])).get(personId);
    if (identity !== undefined) return identity;
    if (await this.#isErased(personId)) throw erased();
    throw new Rejected('NOT_FOUND', 'Nothing is kept under this id.');
  }

  /** One field in clear; counted per hour, and on record for the person before it is answered. @throws {Rejected} `RATE_LIMITED`, `ERASED`, `NOT_FOUND` */
  async reveal(request: {
    readonly personId: string;
    readonly field: RevealableField;
    readonly reason: RevealReason;
    readonly by: Looker;
    readonly at: string;
    readonly perHour: number;
    readonly lookId: string;
  }): Promise<{ readonly value: string; readonly remaining: number }> {
    const { personId, field, reason, by, at, perHour, lookId } = request;
    const used = await this.options.ephemeral.hit(`reveal:${by.personId}:${Math.floor(instantMs(at) / hourMs)}`, hourMs);
    if (used > perHour) throw new Rejected('RATE_LIMITED', 'No more looks this hour.', { perHour });
    const value = clearValue(await this.own(personId), field);
    if (value === undefined) throw new Rejected('NOT_FOUND', 'This field is not kept.');
    await this.look(lookId, {
      personId,
      at,
      byPersonId: by.personId,
      fields: [field],
      reason,
      byOrganizationId: by.organizationId,
    });
    return { value, remaining: perHour - used };
  }

  /** Writes down that somebody looked; the same id once. */
  async look(lookId: string, row: LookRow): Promise<void> {
    await this.rows.put(looks, lookId, 0, row);
  }

  /** Who looked at a person, newest first. */
  looksAt(personId: string, limit: number, cursor?: string): Promise<Page<LookRow & { readonly $key: string }>> {
    return this.rows.query<LookRow>(looks, [{ field: 'personId', eq: personId }], limit, { cursor, newestBy: 'at' });
  }

  countLooks(personId: string) {
    return this.rows.count(looks, [{ field: 'personId', eq: personId }]);
  }

  /** Which of the given persons a name search finds: for small scopes. */
  async matching(text: string, personIds: readonly string[]): Promise<readonly string[]> {
    const groups = await this.#digests(text);
    const keys = groups.flat().flatMap((token) => personIds.map((personId) => `${token}.${personId}`));
    const found = await this.rows.getMany<TokenRow>(tokens, keys);
    return personIds.filter((personId) => groups.some((group) => group.length > 0 && group.every((token) => found.has(`${token}.${personId}`))));
  }

  /** Persons a name search finds, in pages until the depth is reached: for wide scopes; the caller filters by scope. */
  async *search(text: string): AsyncIterable<readonly string[]> {
    for (const group of await this.#digests(text)) yield* this.#searchGroup(group);
  }

  async *#searchGroup(group: readonly string[]): AsyncIterable<readonly string[]> {
    const [first, ...others] = group;
    if (first === undefined) return;
    let cursor: string | undefined;
    let seen = 0;
    do {
      const page = await this.rows.query<TokenRow>(tokens, [{ field: 'token', eq: first }], 500, { cursor });
      const ids = page.items.map(({ personId }) => personId);
      const rest = await this.rows.getMany<TokenRow>(
        tokens,
        others.flatMap((token) => ids.map((personId) => `${token}.${personId}`)),
      );
      yield ids.filter((personId) => others.every((token) => rest.has(`${token}.${personId}`)));
      [cursor, seen] = [page.next, seen + ids.length];
    } while (cursor !== undefined && seen < searchDepth);
  }

  /** Destroys the key first, then what could still lead to the person. Repeating it completes what a crash left. */
  async erase(personId: string, at: string): Promise<Destroyed> {
    const proof = await this.options.keys.destroy(personId, at);
    crashPoint('vault.keyDestroyed');
    await this.#clear(personId);
    crashPoint('vault.erased');
    return proof;
  }

  async #isErased(personId: string): Promise<boolean> {
    return (await this.options.keys.destroyed([personId])).has(personId);
  }

  async #clear(personId: string): Promise<void> {
    const person = await this.rows.get<PersonRow>(persons, personId);
    if (person) await this.#release(person.identityRef, personId);
    const { items } = await this.rows.query<TokenRow>(tokens, [{ field: 'personId', eq: personId }], 200);
    await this.rows.removeAll([{ collection: persons, key: personId }, ...items.map(({ $key }) => ({ collection: tokens, key: $key }))]);
    await this.rows.forget();
  }

  /** Frees a citizen number, unless somebody else has taken it meanwhile. */
  async #release(identityRef: string, personId: string): Promise<void> {
    const { revision, row: held } = await this.rows.read<IdentityRow>(identities, identityRef);
    if (held?.personId === personId) await this.rows.remove(identities, identityRef, revision);
  }

  async #digests(text: string): Promise<readonly (readonly string[])[]> {
    return Promise.all(searchTokens(text).map((group) => this.options.service.macs('name-word', group)));
  }

  async #open(personIds: readonly string[]): Promise<ReadonlyMap<string, Identity>> {
    const rows = await this.rows.getMany<PersonRow>(persons, [...new Set(personIds)]);
    const keys = await this.options.keys.findMany([...rows.keys()]);
    return new Map(
      [...rows].flatMap(([personId, { sealed }]) => {
        const key = keys.get(personId);
        return key === undefined ? [] : [[personId, identitySchema.parse(JSON.parse(openText(key, sealed, contextOf(personId))))] as const];
      }),
    );
  }
}

const erased = () => new Rejected('ERASED', 'The data of this person was erased.');
const duplicate = () => new Rejected('DUPLICATE_PERSON', 'A person with this citizen number is registered already.');

function mask({ name, citizenNumber, phone, address, birthDate }: Identity, today: string): MaskedIdentity {
  return {
    nameMasked: maskName(name),
    citizenNumberMasked: maskCitizenNumber(citizenNumber),
    phoneMasked: phone === undefined ? undefined : maskPhone(phone),
    addressMasked: address === undefined ? undefined : maskAddress(address),
    ageBand: ageBand(yearsBetween(birthDate, today)),
  };
}
