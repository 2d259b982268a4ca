import type { Role } from '@zhitong/catalogue/rights.ts';
import type { SessionGrant } from '../api/session.ts';
import type { zh } from '../i18n/zh/index.ts';
import type { IconName } from '../ui/Icon.tsx';

type Word = keyof typeof zh.shell.menu;
export interface Entry {
  readonly word: Word;
  readonly path: string;
}
export interface Group {
  readonly word: Word;
  readonly icon: IconName;
  readonly path?: string;
  readonly entries: readonly Entry[];
}

const offices: readonly Role[] = ['secretary', 'deputySecretary', 'organizationOfficer'];
const own: readonly Role[] = ['member', ...offices];
const all: readonly Role[] = [...offices, 'financeOfficer', 'centerManager'];

/** Console 1.2: who finds which page in the menu. Only pages that exist. */
const table: readonly (Group & { readonly of: Readonly<Partial<Record<Word, readonly Role[]>>> })[] = [
  { word: 'home', icon: 'home', path: '/home', entries: [], of: {} },
  { word: 'cockpit', icon: 'gauge', path: '/cockpit', entries: [], of: { cockpit: offices } },
  {
    word: 'line',
    icon: 'arrows',
    of: { directives: offices, requests: all },
    entries: [
      { word: 'directives', path: '/directives' },
      { word: 'requests', path: '/requests' },
    ],
  },
  {
    word: 'organizations',
    icon: 'tree',
    of: {
      orgs: [...offices, 'authorisedBody'],
      lines: ['organizationOfficer'],
      terms: offices,
      coverage: offices,
      reserves: offices,
      facts: offices,
      imports: offices,
      exports: offices,
      reviews: offices,
    },
    entries: [
      { word: 'orgs', path: '/orgs' },
      { word: 'lines', path: '/orgs/lines' },
      { word: 'terms', path: '/terms' },
      { word: 'coverage', path: '/coverage' },
      { word: 'reserves', path: '/reserves' },
      { word: 'facts', path: '/facts' },
      { word: 'reviews', path: '/reviews' },
      { word: 'imports', path: '/imports' },
      { word: 'exports', path: '/exports' },
    ],
  },
  {
    word: 'life',
    icon: 'clock',
    of: { meetings: offices, quota: offices, guides: offices, affairs: offices, duties: offices, campaigns: offices, signIn: own, notices: own },
    entries: [
      { word: 'meetings', path: '/meetings' },
      { word: 'quota', path: '/quota' },
      { word: 'guides', path: '/guides' },
      { word: 'affairs', path: '/affairs' },
      { word: 'duties', path: '/duties' },
      { word: 'campaigns', path: '/campaigns' },
      { word: 'signIn', path: '/sign-in' },
      { word: 'notices', path: '/notices' },
    ],
  },
  {
    word: 'people',
    icon: 'people',
    of: { members: [...offices, 'authorisedBody'], transfers: offices },
    entries: [
      { word: 'members', path: '/members' },
      { word: 'transfers', path: '/transfers' },
    ],
  },
  {
    word: 'admin',
    icon: 'shield',
    of: {
      users: ['systemAdministrator'],
      grants: ['securityAdministrator', 'auditAdministrator'],
      settings: ['systemAdministrator', 'organizationOfficer'],
      audit: ['auditAdministrator'],
    },
    entries: [
      { word: 'users', path: '/admin/users' },
      { word: 'grants', path: '/admin/grants' },
      { word: 'settings', path: '/admin/settings' },
      { word: 'audit', path: '/admin/audit' },
    ],
  },
  { word: 'ops', icon: 'pulse', of: { projections: ['operator', 'auditAdministrator'] }, entries: [{ word: 'projections', path: '/ops/projections' }] },
];

export function menuOf({ role }: SessionGrant): readonly Group[] {
  return table.flatMap(({ of, ...group }) => {
    const may = (word: Word) => of[word] === undefined || of[word].includes(role);
    if (group.path !== undefined) return may(group.word) ? [group] : [];
    const entries = group.entries.filter(({ word }) => may(word));
    return entries.length === 0 ? [] : [{ ...group, entries }];
  });
}
