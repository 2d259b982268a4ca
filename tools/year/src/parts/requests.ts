import { addDays } from '@zhitong/kernel';
import { randomOf } from '@zhitong/seed';
import type { Person } from '@zhitong/tour/api.ts';
import { checkDays } from '../calendar.ts';
import { byPlace, sumsOver, type Branch, type District } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';

/** A branch asks its street about an election. */
interface Request {
  readonly branch: Branch;
  readonly holder: Person;
  readonly on: string;
  readonly answeredOn: string;
  /** Undefined: the branch says nothing, and a week later the request closes by itself. */
  readonly confirmedOn: string | undefined;
}

const askedOn = ['01-13', '03-03', '04-13', '06-03', '07-13', '09-03', '10-13', '12-01'];

export function planRequests({ organizations, branches, officerOf }: District, year: number, seed: number): readonly Request[] {
  const levels = new Map(organizations.map(({ organizationId, level }) => [organizationId, level]));
  return branches.flatMap((branch) =>
    askedOn.flatMap((day) => {
      const random = randomOf(seed, `request/${branch.organizationId}/${day}`);
      const street = branch.path.find((id) => levels.get(id) === 'street');
      const holder = officerOf(street ?? '');
      if (holder === undefined || !random.chance(4000)) return [];
      const on = `${year}-${day}`;
      const answeredOn = addDays(on, random.between(2, 6));
      return [{ branch, holder, on, answeredOn, confirmedOn: random.chance(6000) ? addDays(answeredOn, random.between(1, 6)) : undefined }];
    }),
  );
}

function actsOf({ branch: { organizationId, secretary }, holder, on, answeredOn, confirmedOn }: Request): readonly Act[] {
  const key = `request/${organizationId}/${on}`;
  let requestId = '';
  const submit = async () => void (requestId = (await secretary.command('/requests', { organizationId, topicCode: 'election', text: '请指导换届。' }, key)).id);
  const answer = { answer: 'done', text: '已指导。' };
  return [
    { on, what: 'a request is submitted', run: submit },
    { on: addDays(on, 1), what: 'a request is accepted', run: () => holder.command(`/requests/${requestId}/accept`, {}, key) },
    { on: answeredOn, what: 'a request is answered', run: () => holder.command(`/requests/${requestId}/answer`, answer, key) },
    ...(confirmedOn === undefined
      ? []
      : [{ on: confirmedOn, what: 'an answer is confirmed', run: () => secretary.command(`/requests/${requestId}/confirm`, {}, key) }]),
  ];
}

function checksOn({ officer: who, branches }: District, requests: readonly Request[], on: string): readonly Check[] {
  const asked = requests.filter((request) => request.on <= on);
  const figuresOf = (branch: Branch) => {
    const own = asked.filter((request) => request.branch === branch);
    const confirmed = own.filter(({ confirmedOn }) => confirmedOn !== undefined).length;
    return { routed: own.length, answered: own.length, answeredOnTime: own.length, confirmed, autoClosed: own.length - confirmed };
  };
  const sums = sumsOver(branches, figuresOf, byPlace);
  const nothingElse = { unansweredLate: 0, reopened: 0, escalated: 0 };
  return [...sums].map(([organizationId, figures]) => ({
    on,
    who,
    path: `/requests/on-time?organizationId=${organizationId}&asOf=${on}`,
    expected: { asOf: on, total: { ...figures, ...nothingElse } },
  }));
}

/** LINK-13 to LINK-18, R-23: by the place of who asked. */
export const requestsPart = (district: District, requests: readonly Request[], year: number): Part => ({
  acts: requests.flatMap(actsOf),
  checks: checkDays(year).flatMap((on) => checksOn(district, requests, on)),
});
