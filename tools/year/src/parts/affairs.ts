import { addDays } from '@zhitong/kernel';
import { randomOf } from '@zhitong/seed';
import { checkDays } from '../calendar.ts';
import type { Branch, District } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';

/** A matter of a branch: its members are asked, it is made known, somebody objects and is answered; each on its day, or never. */
export interface Affair {
  readonly branch: Branch;
  readonly type: 'budget' | 'commendation';
  /** What came of asking the members; it ends the day before it is put on record. */
  readonly consultation: { readonly asked: number; readonly opinions: number; readonly adopted: number };
  readonly consultedOn: string;
  readonly publishedOn: string | undefined;
  readonly objectedOn: string | undefined;
  readonly answeredOn: string | undefined;
}

/** Days on which the members are asked, and days that a matter is shown (affairs.noticeDays). */
const [askedFor, shownFor] = [5, 7];

/** One in spring and one in autumn, in most branches. */
export function planAffairs({ branches }: District, year: number, seed: number): readonly Affair[] {
  return branches.flatMap((branch) =>
    (['04', '10'] as const).flatMap((month): Affair[] => {
      const random = randomOf(seed, `affair/${month}/${branch.organizationId}`);
      if (!random.chance(7000)) return [];
      const consultedOn = `${year}-${month}-${random.between(10, 20)}`;
      const opinions = random.between(0, branch.memberIds.length);
      const publishedOn = random.chance(8000) ? addDays(consultedOn, 3) : undefined;
      const objectedOn = publishedOn !== undefined && random.chance(5000) ? addDays(publishedOn, shownFor) : undefined;
      const answeredOn = objectedOn !== undefined && random.chance(7000) ? addDays(objectedOn, 2) : undefined;
      const consultation = { asked: branch.memberIds.length, opinions, adopted: random.between(0, opinions) };
      return [{ branch, type: month === '04' ? 'budget' : 'commendation', consultation, consultedOn, publishedOn, objectedOn, answeredOn }];
    }),
  );
}

const subject = '年度事项';

function actsOf({ branch, type, consultation, consultedOn, publishedOn, objectedOn, answeredOn }: Affair): readonly Act[] {
  const { organizationId, secretary } = branch;
  const key = `affair/${organizationId}/${consultedOn}`;
  const matter = { organizationId, type, subject };
  const untilOn = addDays(consultedOn, -1);
  let [affairId, objectionId] = ['', ''];
  const consult = async () => {
    const days = { fromOn: addDays(untilOn, -askedFor), untilOn };
    affairId = (await secretary.command('/affairs/consultations', { ...matter, ...consultation, ...days }, key)).id;
  };
  const publish = (on: string) => secretary.command('/affairs', { ...matter, affairId, text: '公开内容。', untilOn: addDays(on, shownFor) }, key);
  const object = async () => void (objectionId = (await secretary.command(`/own/affairs/${affairId}/object`, { text: '有异议。' }, key)).id);
  const answer = () => secretary.command(`/affairs/${affairId}/objections/${objectionId}/answer`, { text: '已说明。' }, key);
  const steps: readonly (readonly [string | undefined, string, (on: string) => Promise<unknown>])[] = [
    [consultedOn, 'members were consulted', consult],
    [publishedOn, 'a matter is made known', publish],
    [objectedOn, 'a member objects', object],
    [answeredOn, 'an objection is answered', answer],
  ];
  return steps.flatMap(([on, what, run]): Act[] => (on === undefined ? [] : [{ on, what, run: () => run(on) }]));
}

const isBy = (on: string | undefined, date: string): boolean => on !== undefined && on <= date;

function checkOn(branch: Branch, affairs: readonly Affair[], date: string): Check {
  const own = affairs.filter((affair) => affair.branch === branch && affair.consultedOn <= date).sort((a, b) => (a.consultedOn < b.consultedOn ? 1 : -1));
  const items = own.map(({ type, consultation, publishedOn, objectedOn, answeredOn }) => ({
    type,
    subject,
    consultation,
    publishedOn: isBy(publishedOn, date) ? publishedOn : null,
    objections: Number(isBy(objectedOn, date)),
    unanswered: Number(isBy(objectedOn, date) && !isBy(answeredOn, date)),
  }));
  return { on: date, who: branch.secretary, path: `/affairs?organizationId=${branch.organizationId}`, expected: { total: items.length, items } };
}

/** ORG-45. */
export const affairsPart = ({ branches }: District, affairs: readonly Affair[], year: number): Part => ({
  acts: affairs.flatMap(actsOf),
  checks: checkDays(year).flatMap((on) => branches.map((branch) => checkOn(branch, affairs, on))),
});
