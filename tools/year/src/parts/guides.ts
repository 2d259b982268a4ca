import { addDays } from '@zhitong/kernel';
import { randomOf } from '@zhitong/seed';
import { checkDays } from '../calendar.ts';
import { byReach, sumsOver, type District, type Figures, type Organization } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';

/** The guide of the city for a quarter, the supplement of the district to it, and when each branch acknowledges which. */
export interface Guides {
  readonly quarter: string;
  readonly untilOn: string;
  readonly city: Guide;
  readonly supplement: Guide;
}
interface Guide {
  readonly topic: string;
  readonly issuedOn: string;
  /** By branch; who is not in it never does. */
  readonly acknowledgedOn: ReadonlyMap<string, string>;
}
/** A meeting that takes up topics of the guides. */
export interface Citing {
  readonly branch: Organization;
  readonly on: string;
  readonly topicCodes: readonly string[];
}

/** Of the third quarter: a quarter with a late beginning and no other guide. */
export function planGuides({ branches }: District, year: number, seed: number): Guides {
  const guide = (topic: string, issuedOn: string): Guide => {
    const replies = branches.flatMap(({ organizationId }): [string, string][] => {
      const random = randomOf(seed, `guide/${topic}/${organizationId}`);
      return random.chance(8000) ? [[organizationId, addDays(issuedOn, random.between(1, 20))]] : [];
    });
    return { topic, issuedOn, acknowledgedOn: new Map(replies) };
  };
  return { quarter: `${year}-Q3`, untilOn: `${year}-09-30`, city: guide('newTheory', `${year}-06-26`), supplement: guide('localHistory', `${year}-07-02`) };
}

/** Topics that a meeting may cite on its day, those of one guide or of both. */
export const topicsOn = ({ city, supplement, untilOn }: Guides, on: string): readonly string[] =>
  on > supplement.issuedOn && on <= untilOn ? [city.topic, supplement.topic] : [];

type Issuer = Pick<District, 'organizationId' | 'officer'>;

function issuedBy({ organizationId: issuerId, officer }: Issuer, guide: Guide, { quarter }: Guides, known: (id: string) => void): readonly Act[] {
  const key = `guide/${guide.topic}`;
  const clauses = (['line', 'place'] as const).map((view) => ({ subtreeOf: issuerId, view, kinds: ['branch', 'jointBranch', 'temporaryBranch'] }));
  const draft = { issuerId, kind: 'topicGuide', title: '主题指引', text: '请学习。', scope: { clauses, exclude: [] } };
  let directiveId = '';
  const written = async () => {
    directiveId = (await officer.command('/directives', { ...draft, guide: { quarter, topicCodes: [guide.topic] } }, key)).id;
    known(directiveId);
  };
  return [
    { on: addDays(guide.issuedOn, -1), what: 'a topic guide is drafted', run: written },
    { on: guide.issuedOn, what: 'a topic guide is issued', run: () => officer.command(`/directives/${directiveId}/issue`, {}, key) },
  ];
}

function ofGuide(district: District, issuer: Issuer, guide: Guide, guides: Guides, citing: readonly Citing[], year: number): Part {
  let directiveId = '';
  const acknowledge = ({ organizationId, secretary }: District['branches'][number]) =>
    secretary.command(`/directives/${directiveId}/acknowledge`, { organizationId }, `guide/${guide.topic}`);
  const answers = district.branches.flatMap((branch): Act[] => {
    const on = guide.acknowledgedOn.get(branch.organizationId);
    return on === undefined ? [] : [{ on, what: 'a topic guide is acknowledged', run: () => acknowledge(branch) }];
  });
  const figuresOf = ({ organizationId }: Organization, date: string): Figures => {
    const used = citing.some(({ branch, on, topicCodes }) => branch.organizationId === organizationId && on <= date && topicCodes.includes(guide.topic));
    const on = guide.acknowledgedOn.get(organizationId);
    return { addressees: 1, acknowledged: Number(on !== undefined && on <= date), used: Number(used) };
  };
  const checksOn = (date: string): readonly Check[] => {
    const sums = sumsOver([...district.branches, ...district.guests], (branch) => figuresOf(branch, date), byReach);
    return [...sums].map(([under, expected]) => ({
      on: date,
      who: district.officer,
      get path() {
        return `/topic-guides/${directiveId}/use?organizationId=${district.organizationId}&under=${under}`;
      },
      expected: { under, ...expected },
    }));
  };
  const dates = checkDays(year).filter((on) => on > guide.issuedOn);
  return { acts: [...issuedBy(issuer, guide, guides, (id) => (directiveId = id)), ...answers], checks: dates.flatMap(checksOn) };
}

/** LINK-12. */
export function guidesPart(district: District, guides: Guides, citing: readonly Citing[], year: number): Part {
  const parts = [ofGuide(district, district.city, guides.city, guides, citing, year), ofGuide(district, district, guides.supplement, guides, citing, year)];
  return { acts: parts.flatMap(({ acts }) => acts), checks: parts.flatMap(({ checks }) => checks) };
}
