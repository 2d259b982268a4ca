import { inParallel } from '@zhitong/eventing/lanes.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Officers } from './officers.ts';

const street = 'street-440308001';
const here = 'community-440308001002';
const there = 'community-440308001005';
/** People are entered side by side. */
const atOnce = 32;
const patienceMs = 300_000;
/** Whoever asks without a pause keeps the services from doing what is asked for. */
const pauseMs = 250;

/** Days, and how many members each of two branches has that merge. */
export interface Round {
  readonly number: number;
  readonly on: string;
  readonly nextOn: string;
  readonly size: number;
}

/** What was decided, as far as it must be found again. */
export interface Decided {
  readonly sources: readonly string[];
  readonly foundedId: string;
  readonly directiveId: string;
}

const listed = z.looseObject({ total: z.number() });
const organization = z.looseObject({ state: z.string() });

/** Everything that moves members at once, by the officers of a street, and where each member must be in the end. */
export class Restructuring {
  /** Branch by person; members of a split branch are where its parts name them. */
  readonly homes = new Map<string, string>();
  readonly branches = new Set<string>();
  #people = 0;

  readonly logins: readonly string[] = ['city', street, here, there];

  constructor(private readonly officers: Officers) {}

  /** A merge, a split, a founding, a dissolution and transfers, decided on a day; `tomorrow` begins the next one. */
  async of(round: Round, tomorrow: () => void): Promise<Decided> {
    const { number, on, nextOn, size } = round;
    const { officers } = this;
    const [survivor = '', source = '', split = '', old = '', empty = ''] = await this.#register(number, here, ['合并', '并入', '分设', '旧有', '撤销']);
    const [far = ''] = await this.#register(number, there, ['外转']);
    const people = {
      survivor: await this.#enter(survivor, size),
      source: await this.#enter(source, size),
      split: await this.#enter(split, 6),
      old: await this.#enter(old, 5),
    };
    const [asking = '', approved = '', assigned = ''] = people.source;
    const [, , , , moving = ''] = people.old;

    const part = (name: string, memberIds: readonly string[]) => ({ name: `${name}第${String(number)}党支部`, kind: 'branch', memberIds });
    const parts = [part('分甲', people.split.slice(0, 3)), part('分乙', people.split.slice(3))];
    const founders = people.old.slice(0, 3);
    const founding = async () => {
      const { id } = await officers.act(here, 'proposeOrganization', { ...this.#branch(here, `新设第${String(number)}党支部`), memberIds: founders });
      await officers.act(street, 'approveOrganization', { organizationId: id });
      return id;
    };
    const [request, , last, foundedId, directiveId] = await Promise.all([
      this.#transfer(asking, 'requested'),
      this.#transfer(approved, 'approved'),
      this.#transfer(assigned, 'assigned', far),
      founding(),
      this.#directive(empty),
      this.#transfer(moving, 'arrived', far),
    ]);
    await Promise.all([
      officers.act(street, 'mergeOrganizations', { organizationId: survivor, sourceIds: [source], effectiveOn: nextOn }),
      officers.act(street, 'splitOrganization', { organizationId: split, parts, effectiveOn: nextOn }),
      officers.act(street, 'dissolveOrganization', { organizationId: empty, reasonCode: 'unitClosed', effectiveOn: on }),
    ]);
    tomorrow();
    for (const personId of founders) this.homes.set(personId, foundedId);
    for (const personId of people.source) this.homes.set(personId, survivor);
    for (const personId of people.split) this.homes.set(personId, `a part of ${split}`);
    this.branches.add(foundedId);
    await this.#done([source, split]);
    await officers.act(there, 'confirmArrival', { transferId: last, reason: '支部书记出差' });
    await officers.act(street, 'withdrawTransfer', { transferId: request });
    for (const personId of [assigned, moving]) this.homes.set(personId, far);
    return { sources: [source, split], foundedId, directiveId };
  }

  /** Members of a branch, as they are listed. */
  async members(branchId: string): Promise<number> {
    return listed.parse(await this.officers.ask(street, 'listMembers', { branchId, limit: 1 })).total;
  }

  /** The community to which duties of an empty branch go. */
  get successor(): string {
    return this.officers.organizationOf(here);
  }

  async #done(organizationIds: readonly string[]): Promise<void> {
    await eventually(async () => {
      await wait(pauseMs);
      const states = organizationIds.map(async (organizationId) => organization.parse(await this.officers.ask(street, 'getOrganization', { organizationId })));
      const found = (await Promise.all(states)).map(({ state }) => state);
      return found.every((state) => state === 'dissolved') || Promise.reject(new Error(`${organizationIds.join()} are ${found.join()}`));
    }, patienceMs);
  }

  #branch(community: string, name: string) {
    const parent = this.officers.organizationOf(community);
    return { name, kind: 'branch', level: 'base', sector: 'community', lineParentId: parent, placeParentId: parent };
  }

  async #register(round: number, community: string, names: readonly string[]): Promise<readonly string[]> {
    const made = names.map((name, index) => ({
      ...this.#branch(community, `${name}第${String(round)}党支部`),
      organizationId: `org_${community.slice(-4)}r${String(round)}n${String(index)}`,
    }));
    await this.officers.enter('registerOrganizations', { organizations: made, effectiveOn: '2026-01-01' });
    for (const { organizationId } of made) this.branches.add(organizationId);
    return made.map(({ organizationId }) => organizationId);
  }

  async #enter(branchId: string, count: number): Promise<readonly string[]> {
    const ids: string[] = [];
    await inParallel(Array.from({ length: count }), atOnce, async () => {
      const serial = String((this.#people += 1));
      const person = {
        name: '赵远航',
        citizenNumber: `00000019850607${serial.padStart(3, '0')}0`,
        birthDate: '1985-06-07',
        phone: `10099${serial.padStart(6, '0')}`,
        address: '广东省深圳市某区某路1号',
      };
      const membership = { source: 'initialLoad', branchId, kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
      const { id } = await this.officers.enter('registerMember', { ...person, ...membership });
      this.homes.set(id, branchId);
      ids.push(id);
    });
    return ids;
  }

  async #transfer(personId: string, until: 'requested' | 'approved' | 'assigned' | 'arrived', branchId = ''): Promise<string> {
    const asked = { personId, kind: 'withinCity', toCommitteeId: this.officers.organizationOf(there), duesPaidTo: '2026-02' };
    const { id: transferId } = await this.officers.act(street, 'requestTransfer', asked);
    if (until === 'requested') return transferId;
    await this.officers.act(here, 'approveTransfer', { transferId });
    if (until === 'approved') return transferId;
    await this.officers.act(there, 'acceptTransfer', { transferId });
    await this.officers.act(there, 'assignTransferBranch', { transferId, branchId });
    if (until === 'arrived') await this.officers.act(there, 'confirmArrival', { transferId, reason: '支部书记出差' });
    return transferId;
  }

  async #directive(organizationId: string): Promise<string> {
    const text = { issuerId: this.officers.organizationOf('city'), kind: 'notice', title: '通知', text: '请签收。' };
    const { id: directiveId } = await this.officers.act('city', 'draftDirective', { ...text, scope: { clauses: [{ organizationIds: [organizationId] }] } });
    await this.officers.act('city', 'issueDirective', { directiveId });
    return directiveId;
  }
}
