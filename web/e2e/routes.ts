import { daysAgo, issueDirective, quarterAt, unique } from './steps.ts';
import { spareMember, thisMonth } from './transfer-steps.ts';
import type { Persona } from './fixtures.ts';

/** Addresses without an id, by the persona who opens them. */
const plain: Readonly<Record<string, readonly string[]>> = {
  city: [
    '/home',
    '/directives',
    '/directives?tab=inbox',
    '/directives/new',
    '/requests',
    '/requests?look=table',
    '/requests/new',
    '/orgs',
    '/orgs/lines',
    '/terms',
    '/meetings',
    '/quota',
    '/guides',
    '/attendance',
    '/affairs',
    '/campaigns',
    '/leaders',
    '/duties',
    '/duties/records',
    '/duties/records?f.of=lectures',
    '/sign-in',
    '/notices',
    '/coverage',
    '/imports',
    '/exports',
    '/reserves',
    '/facts',
    '/facts?tab=workers',
    '/facts?tab=organizers',
    '/facts?tab=oversight',
    '/reviews',
    '/members',
    '/transfers',
    '/transfers/new',
    '/transfers/batch',
    '/admin/settings',
    '/no-such-page',
  ],
  system: ['/home', '/admin/users', '/admin/settings'],
  security: ['/admin/grants'],
  audit: ['/admin/audit', '/ops/projections'],
  member: ['/home'],
};
export const personas = Object.keys(plain);

/** Every route of the console as this persona finds it, those of single things included. */
export async function routesOf(persona: Persona, as: (login: string) => Promise<Persona>): Promise<readonly string[]> {
  return [...(plain[persona.login] ?? []), ...(persona.login === 'city' ? await singleThings(persona, as) : [])];
}

async function singleThings(city: Persona, as: (login: string) => Promise<Persona>): Promise<readonly string[]> {
  const { organizationId, personId } = city;
  const [branch, sender, receiver] = [await as('branch-440308001005'), await as('community-440308001005'), await as('community-440308001002')];
  const directive = await issueDirective(city, unique('各页'), ['community']);
  const member = await spareMember(sender, branch.organizationId);
  const transfer = await branch.post('/transfers', { personId: member, kind: 'withinCity', toCommitteeId: receiver.organizationId, duesPaidTo: thisMonth() });
  await sender.post(`/transfers/${transfer.id}/approve`, {});
  const request = await sender.post('/requests', { organizationId: sender.organizationId, topicCode: 'structure', text: '请协助。', urgent: false });
  const building = { ledger: 'building', staff: 9, fullMembers: 3, figuresOn: daysAgo(1) };
  const unit = await sender.post(`/organizations/${sender.organizationId}/units`, { ...building, name: unique('大厦') });
  const shown = { type: 'other', subject: unique('公示'), text: '内容', untilOn: daysAgo(-9) };
  const affair = await sender.post('/affairs', { organizationId: sender.organizationId, ...shown });
  const guide = await nextGuide(city);
  return [
    `/cockpit/${organizationId}`,
    `/cockpit/${organizationId}?asOf=${daysAgo(1)}`,
    `/cockpit/${organizationId}/list?m=then.members&asOf=${daysAgo(1)}`,
    '/orgs/new',
    ...['', '?tab=posts', '?tab=attributes', '?tab=members', '?tab=history'].map((tab) => `/orgs/${organizationId}${tab}`),
    `/terms/${branch.organizationId}`,
    `/coverage/${unit.id}`,
    `/reserves/${receiver.organizationId}`,
    `/affairs/${affair.id}`,
    `/directives/${directive}`,
    `/guides/${guide}`,
    `/requests/${request.id}?as=${sender.organizationId}`,
    `/members/${personId}`,
    `/transfers/${transfer.id}`,
    `/transfers/${transfer.id}/letter`,
  ];
}

/** A topic guide of the city for the quarter after this one: the present one belongs to a test of its own. */
function nextGuide(city: Persona): Promise<string> {
  const [year, number] = quarterAt(daysAgo(0)).split('-Q').map(Number) as [number, number];
  const quarter = number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
  const clause = (view: string) => ({ subtreeOf: city.organizationId, view, kinds: ['branch', 'jointBranch', 'temporaryBranch'] });
  const scope = { clauses: [clause('line'), clause('place')], exclude: [] };
  return issueDirective(city, unique('指引'), [], { kind: 'topicGuide', scope, guide: { quarter, topicCodes: ['newTheory', 'charter'] } });
}
