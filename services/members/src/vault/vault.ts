import { crashPoint, type EphemeralStore, type Page, type ReadModelStore } from '@zhitong/eventing';
import { instantMs, Rejected, yearsBetween } from '@zhitong/kernel';
import type { RevealableField, RevealReason } from '@zhitong/catalogue';
import { openText, sealText, type Destroyed, type KeyRing, type KeyService } from '@zhitong/platform';
import { CitizenNumbers, type IsKnown } from './citizen-numbers.ts';
import { clearValue, identitySchema, type Identity } from './identity.ts';
import { ageBand, erasedName, maskAddress, maskCitizenNumber, maskName, maskPhone } from './masking.ts';
import { NameSearch } from './name-search.ts';
import { looks, persons, VaultStore, type LookRow, type PersonRow } from './vault.store.ts';

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

const hourMs = 3_600_000;
const contextOf = (personId: string) => `vault|${personId}`;

/**
 * Names, citizen numbers, phones, addresses, birth dates: one data key per person, the person's id bound into the seal.
 * Erasing destroys the key; what remains of the rows is noise.
 */
export class Vault {
  readonly search: NameSearch;
  readonly #numbers: CitizenNumbers;

  private constructor(
    private readonly rows: VaultStore,
    private readonly options: VaultOptions,
  ) {
    this.search = new NameSearch(rows, options.service);
    this.#numbers = new CitizenNumbers(rows, options.service);
  }

  static async open(options: VaultOptions): Promise<Vault> {
    const rows = new VaultStore(options.store);
    await rows.ensure();
    return new Vault(rows, options);
  }

  /** Takes the citizen number for a person before the event is written; who had abandoned it is erased. @throws {Rejected} `DUPLICATE_PERSON` */
  async reserve(citizenNumber: string, personId: string, at: string, isKnown: IsKnown): Promise<string> {
    const { ref, takenFrom } = await this.#numbers.reserve(citizenNumber, personId, at, isKnown);
    if (takenFrom !== undefined) await this.erase(takenFrom, at);
    return ref;
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
    const person: PersonRow = { sealed, identityRef };
    await this.rows.putAll([{ collection: persons, key: personId, row: person }, ...(await this.search.rowsFor(personId, identity.name))]);
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
    if (person !== undefined) await this.#numbers.confirm(person.identityRef, personId);
  }

  /** Clears up what was reserved before an instant and never came to an event. @returns how many were let go. */
  async sweep(at: string, isKnown: IsKnown): Promise<number> {
    let swept = 0;
    for (const { ref, personId } of await this.#numbers.stale(at)) {
      if (await isKnown(personId)) {
        await this.confirm(personId);
        continue;
      }
      await this.#numbers.release(ref, personId);
      await this.erase(personId, at);
      swept += 1;
    }
    return swept;
  }

  /** Who has this citizen number. */
  findByCitizenNumber(citizenNumber: string): Promise<string | undefined> {
    return this.#numbers.holder(citizenNumber);
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
    if (person) await this.#numbers.release(person.identityRef, personId);
    await this.rows.removeAll([{ collection: persons, key: personId }, ...(await this.search.rowsOf(personId))]);
    await this.rows.forget();
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

function mask({ name, citizenNumber, phone, address, birthDate }: Identity, today: string): MaskedIdentity {
  return {
    nameMasked: maskName(name),
    citizenNumberMasked: maskCitizenNumber(citizenNumber),
    phoneMasked: phone === undefined ? undefined : maskPhone(phone),
    addressMasked: address === undefined ? undefined : maskAddress(address),
    ageBand: ageBand(yearsBetween(birthDate, today)),
  };
}
