import { addDays, addHours, startOfDay } from '@zhitong/kernel';
import { randomOf } from '@zhitong/seed';
import { checkDays } from '../calendar.ts';
import type { Branch, District, Organization } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';
import { ledgersOf, type Ledger } from './coverage.ts';

/** A temporary branch of a community: it is extended once and gone before a month of it is whole, so that it owes no meeting. */
export interface Temporary {
  readonly keeper: Organization;
  readonly officers: Pick<Ledger, 'officer' | 'street'>;
  /** Where all its members are at home, and stay. */
  readonly home: Branch;
  readonly founderIds: readonly string[];
  /** Attached once it is founded. */
  readonly guestId: string;
  readonly foundedOn: string;
  readonly metOn: string;
  readonly extendedOn: string;
  /** The last day that was set first, and the one that it is extended to. */
  readonly endsOn: string;
  readonly lastOn: string;
}

interface Attached {
  readonly temporaryBranches: readonly { readonly branchId: string }[];
}

const founders = 3;

/** The first community with a branch that is large enough. @throws when there is none. */
export function planTemporary(district: District, year: number, seed: number): Temporary {
  for (const { keeper, officer, street, covering } of ledgersOf(district)) {
    const home = district.branches.find(({ organizationId }) => organizationId === covering.organizationId);
    const guestId = home?.fullIds[founders];
    if (home === undefined || guestId === undefined) continue;
    const foundedOn = `${year}-01-${randomOf(seed, 'temporary').between(10, 14)}`;
    const on = (days: number) => addDays(foundedOn, days);
    const days = { foundedOn, metOn: on(3), extendedOn: on(6), endsOn: on(7), lastOn: on(20) };
    return { keeper, officers: { officer, street }, home, founderIds: home.fullIds.slice(0, founders), guestId, ...days };
  }
  throw new Error('No community of the district has a branch with members enough for a temporary one');
}

const nine = 9;

function actsOf({ keeper, officers: { officer, street }, home, founderIds, guestId, ...days }: Temporary, known: { id: string }): readonly Act[] {
  const place = { lineParentId: keeper.organizationId, placeParentId: keeper.organizationId };
  const proposal = { name: '年度示例临时党支部', kind: 'temporaryBranch', level: 'base', sector: 'community', ...place };
  const key = 'temporary';
  const found = async () => {
    known.id = (await officer.command('/organizations', { ...proposal, memberIds: founderIds, endsOn: days.endsOn }, key)).id;
    await street.command(`/organizations/${known.id}/approve`, {}, key);
    // It is founded where organizations are, and known a moment later where members are.
    for (const personId of founderIds)
      await officer.until<Attached>(`/members/${personId}`, ({ temporaryBranches }) => temporaryBranches.some(({ branchId }) => branchId === known.id));
  };
  const meet = async () => {
    const body = { organizationId: known.id, kinds: ['themeDay'], startsAt: addHours(startOfDay(days.metOn), nine), title: '会议' };
    const { id: meetingId } = await officer.command('/meetings', body, key);
    await officer.command(`/meetings/${meetingId}/hold`, { heldOn: days.metOn }, key);
    // Who is attached is told by the members service.
    await officer.until<{ readonly expected: number }>(`/meetings/${meetingId}`, ({ expected }) => expected === founderIds.length + 1);
    for (const personId of founderIds) await officer.command(`/meetings/${meetingId}/attendance`, { personId, mark: 'present' }, `${key}/${personId}`);
  };
  return [
    { on: days.foundedOn, what: 'a temporary branch is founded', run: found },
    {
      on: addDays(days.foundedOn, 1),
      what: 'a member is attached to it',
      run: () => home.secretary.command(`/members/${guestId}/attach`, { branchId: known.id }, key),
    },
    { on: days.metOn, what: 'it meets', run: meet },
    {
      on: days.extendedOn,
      what: 'it is extended',
      run: () => officer.command(`/organizations/${known.id}/extend`, { endsOn: days.lastOn }, key),
    },
  ];
}

function checksOf({ keeper, officers: { officer: who }, home, founderIds, guestId, ...days }: Temporary, known: { id: string }, live: number, year: number) {
  const { foundedOn, metOn, endsOn, lastOn } = days;
  const ask = (on: string, pathOf: (id: string) => string, expected: object): Check => ({
    on,
    who,
    get path() {
      return pathOf(known.id);
    },
    expected,
  });
  const profile = (on: string, state: string, lastDay: string) => ask(on, (id) => `/organizations/${id}`, { state, endsOn: lastDay, fullMembers: 0 });
  const attached = (on: string, total: number) => ask(on, (id) => `/branches/${id}/attached-members?limit=1`, { total });
  const member = (on: string, more: object = {}) => ask(on, () => `/members/${guestId}`, { branchId: home.organizationId, ...more });
  const report = (on: string, asOf: string, there: boolean) =>
    ask(on, () => `/organizations/${keeper.organizationId}/structure-report?asOf=${asOf}`, { asOf, live: live + Number(there) });
  const all = founderIds.length + 1;
  const meeting = { branches: 1, meetings: 1, attended: founderIds.length, members: all };
  const after = addDays(lastOn, 1);
  return [
    profile(foundedOn, 'active', endsOn),
    attached(foundedOn, founderIds.length),
    ask(metOn, (id) => `/organizations/${id}/attendance-report?from=${foundedOn}&asOf=${metOn}`, meeting),
    attached(metOn, all),
    ...[metOn, addDays(endsOn, 1), lastOn].flatMap((on) => [member(on), report(on, on, true)]),
    ...[addDays(endsOn, 1), lastOn].map((on) => profile(on, 'active', lastOn)),
    ...[profile(after, 'dissolved', lastOn), attached(after, 0), member(after, { temporaryBranches: [] }), report(after, after, false)],
    ...checkDays(year).flatMap((on) => [report(on, lastOn, true), report(on, after, false)]),
  ];
}

/** ORG-11: founded with attached members, extended once, over by itself the day after its last. */
export function temporaryPart(district: District, temporary: Temporary, year: number): Part {
  const known = { id: '' };
  const live = district.organizations.filter(({ path }) => path.includes(temporary.keeper.organizationId)).length;
  return { acts: actsOf(temporary, known), checks: checksOf(temporary, known, live, year) };
}
