import { addHours, Rejected } from '@zhitong/kernel';
import type { KeyService } from '@zhitong/platform';
import { identities, type IdentityRow, type VaultStore } from './vault.store.ts';

/** A registration that never came to its event holds the citizen number this long. */
const reservationHours = 1;

/** Whether the log knows a person by now. */
export type IsKnown = (personId: string) => Promise<boolean>;

/** One citizen number, one person: rows under keyed digests, reserved before the event and confirmed after it. */
export class CitizenNumbers {
  constructor(
    private readonly rows: VaultStore,
    private readonly service: KeyService,
  ) {}

  /** The digest never leaves the vault. */
  async holder(citizenNumber: string): Promise<string | undefined> {
    return (await this.rows.get<IdentityRow>(identities, await this.#ref(citizenNumber)))?.personId;
  }

  /**
   * A retry of the same person passes; a reservation that was abandoned an hour ago is taken over unless its person is known by now.
   * @returns the row, and whom it was taken from.
   * @throws {Rejected} `DUPLICATE_PERSON`
   */
  async reserve(citizenNumber: string, personId: string, at: string, isKnown: IsKnown): Promise<{ readonly ref: string; readonly takenFrom?: string }> {
    const ref = await this.#ref(citizenNumber);
    const { revision, row: held } = await this.rows.read<IdentityRow>(identities, ref);
    if (held?.personId === personId) return { ref };
    if (held !== undefined && !(await abandoned(held, at, isKnown))) throw duplicate();
    const row: IdentityRow = { personId, state: 'reserved', reservedAt: at };
    if (!(await this.rows.put(identities, ref, revision, row))) throw duplicate();
    return held === undefined ? { ref } : { ref, takenFrom: held.personId };
  }

  /** The registration is in the log. Repeating it changes nothing. */
  async confirm(ref: string, personId: string): Promise<void> {
    const { revision, row: held } = await this.rows.read<IdentityRow>(identities, ref);
    if (held?.personId !== personId || held.state === 'confirmed') return;
    await this.rows.put(identities, ref, revision, { ...held, state: 'confirmed' } satisfies IdentityRow);
  }

  /** What was reserved too long ago to come to its event. */
  async stale(at: string): Promise<readonly { readonly ref: string; readonly personId: string }[]> {
    const where = [
      { field: 'state', eq: 'reserved' },
      { field: 'reservedAt', lt: addHours(at, -reservationHours) },
    ];
    const { items } = await this.rows.query<IdentityRow>(identities, where, 200);
    return items.map(({ $key: ref, personId }) => ({ ref, personId }));
  }

  /** Frees the number, unless somebody else has taken it meanwhile. */
  async release(ref: string, personId: string): Promise<void> {
    const { revision, row: held } = await this.rows.read<IdentityRow>(identities, ref);
    if (held?.personId === personId) await this.rows.remove(identities, ref, revision);
  }

  #ref(citizenNumber: string): Promise<string> {
    return this.service.mac('citizen-number', citizenNumber);
  }
}

async function abandoned(held: IdentityRow, at: string, isKnown: IsKnown): Promise<boolean> {
  if (held.state === 'confirmed' || addHours(held.reservedAt, reservationHours) > at) return false;
  return !(await isKnown(held.personId));
}

const duplicate = () => new Rejected('DUPLICATE_PERSON', 'A person with this citizen number is registered already.');
