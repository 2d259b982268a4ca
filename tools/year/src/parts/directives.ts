import { addDays } from '@zhitong/kernel';
import { randomOf } from '@zhitong/seed';
import { checkDays } from '../calendar.ts';
import type { Branch, District } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';

/** When a branch acknowledges; undefined: never. */
interface Reply {
  readonly branch: Branch;
  readonly on: string | undefined;
}
interface Directive {
  readonly issuedOn: string;
  readonly replies: readonly Reply[];
}

/** Seventy-two hours; everybody acts at the same hour, so the third day is still in time, to the millisecond (LINK-05). */
const inTimeDays = 3;

/** One a quarter to every branch of the district. */
export function planDirectives({ branches }: District, year: number, seed: number): readonly Directive[] {
  return ['02-12', '05-12', '08-12', '11-12'].map((day) => {
    const issuedOn = `${year}-${day}`;
    const replies = branches.map((branch) => {
      const random = randomOf(seed, `directive/${issuedOn}/${branch.organizationId}`);
      const after = random.chance(7000) ? random.between(1, inTimeDays) : random.between(inTimeDays + 1, 9);
      return { branch, on: random.chance(9000) ? addDays(issuedOn, after) : undefined };
    });
    return { issuedOn, replies };
  });
}

function checkOn(district: District, directiveId: () => string, { issuedOn, replies }: Directive, on: string): Check {
  const inTime = replies.filter((reply) => reply.on !== undefined && reply.on <= addDays(issuedOn, inTimeDays)).length;
  const acknowledged = replies.filter((reply) => reply.on !== undefined).length;
  const figures = { acknowledgedOnTime: inTime, acknowledgedLate: acknowledged - inTime, notAcknowledged: replies.length - acknowledged };
  return {
    on,
    who: district.officer,
    get path() {
      return `/directives/${directiveId()}/progress?organizationId=${district.organizationId}`;
    },
    expected: { soFar: false, levels: [{ level: 'base', addressees: replies.length, delivered: replies.length, ...figures }] },
  };
}

function ofOne(district: District, directive: Directive, on: string): Part {
  const { organizationId: issuerId, officer } = district;
  const { issuedOn, replies } = directive;
  const key = `directive/${issuedOn}`;
  let directiveId = '';
  const scope = { clauses: [{ subtreeOf: issuerId, view: 'line', kinds: ['branch'] }] };
  const draft = async () =>
    void (directiveId = (await officer.command('/directives', { issuerId, kind: 'notice', title: '通知', text: '请签收。', scope }, key)).id);
  const acknowledge = ({ organizationId, secretary }: Branch) => secretary.command(`/directives/${directiveId}/acknowledge`, { organizationId }, key);
  const answers: readonly Act[] = replies.flatMap(({ branch, on: day }) =>
    day === undefined ? [] : [{ on: day, what: 'a directive is acknowledged', run: () => acknowledge(branch) }],
  );
  return {
    acts: [
      { on: addDays(issuedOn, -1), what: 'a directive is drafted', run: draft },
      { on: issuedOn, what: 'a directive is issued', run: () => officer.command(`/directives/${directiveId}/issue`, {}, key) },
      ...answers,
    ],
    checks: [checkOn(district, () => directiveId, directive, on)],
  };
}

/** LINK-01 to LINK-05, LINK-10. */
export function directivesPart(district: District, directives: readonly Directive[], year: number): Part {
  const parts = directives.map((directive, index) => ofOne(district, directive, checkDays(year)[index] ?? ''));
  return { acts: parts.flatMap(({ acts }) => acts), checks: parts.flatMap(({ checks }) => checks) };
}
