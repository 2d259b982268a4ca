import type { Output } from '../../api/client.ts';
import { pastListOf } from './past.ts';

export type Metric = Output<'figuresOfOrganizations'>['items'][number];

/** Where the list behind a metric is: scope and tree come from the page. */
const lists: Readonly<Record<string, readonly [path: string, filters: Readonly<Record<string, string>>]>> = {
  'org.active': ['/orgs', { 'f.below': 'true', 'f.state': 'counted' }],
  'member.full': ['/members', { 'f.state': 'full' }],
  'member.provisional': ['/members', { 'f.state': 'provisional' }],
  'transfer.open': ['/transfers', { 'f.below': 'true' }],
  'request.overdue': ['/requests', { look: 'table', 'f.role': 'holder', 'f.overdue': 'true', 'f.below': 'true' }],
  'coverage.org': ['/coverage', { 'f.state': 'dueForOrganization' }],
  'coverage.work': ['/coverage', { 'f.withoutWork': 'true' }],
  'directive.ack': ['/directives', { tab: 'inbox', 'f.box': 'toAcknowledge', 'f.below': 'true' }],
};

export function listOf(metric: string, organizationId: string): readonly [path: string, filters: Readonly<Record<string, string>>] {
  const past = pastListOf(metric, organizationId);
  if (past !== null) return past;
  const [path, filters] = lists[metric] ?? ['/orgs', {}];
  return [path, { ...filters, scope: organizationId, m: metric }];
}

/** One of five steps of blue; the number stands on the tile, the step is secondary. */
export function stepOf(value: number, most: number): 1 | 2 | 3 | 4 | 5 {
  const share = most === 0 ? 0 : value / most;
  if (share > 0.8) return 5;
  if (share > 0.6) return 4;
  if (share > 0.4) return 3;
  return share > 0.2 ? 2 : 1;
}

/** Places of the districts on the tile map, row and column from 1; what is not named here goes to the last row. */
const places: readonly (readonly [name: string, row: number, column: number])[] = [
  ['光明', 1, 2],
  ['宝安', 2, 1],
  ['龙华', 2, 2],
  ['龙岗', 2, 3],
  ['坪山', 2, 4],
  ['南山', 3, 1],
  ['福田', 3, 2],
  ['罗湖', 3, 3],
  ['盐田', 3, 4],
  ['大鹏', 3, 5],
  ['深汕', 1, 5],
];
export const placeOf = (name: string): { readonly row: number; readonly column: number } | null => {
  const found = places.find(([part]) => name.includes(part));
  return found === undefined ? null : { row: found[1], column: found[2] };
};
