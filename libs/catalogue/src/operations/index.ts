import type { Operation } from '../operation.ts';
import * as access from './access.ts';
import * as attendance from './attendance.ts';
import * as affairs from './affairs.ts';
import * as campaigns from './campaigns.ts';
import * as coverage from './coverage.ts';
import * as directives from './directives.ts';
import * as duties from './duties.ts';
import * as exports from './exports.ts';
import * as facts from './facts.ts';
import * as groups from './groups.ts';
import * as guides from './guides.ts';
import * as imports from './imports.ts';
import * as inbox from './inbox.ts';
import * as leaders from './leaders.ts';
import * as lines from './lines.ts';
import * as meetings from './meetings.ts';
import * as members from './members.ts';
import * as objections from './objections.ts';
import * as oversight from './oversight.ts';
import * as ownRecord from './own-record.ts';
import * as participation from './participation.ts';
import * as platform from './platform.ts';
import * as posts from './posts.ts';
import * as quotas from './quotas.ts';
import * as requests from './requests.ts';
import * as reserves from './reserves.ts';
import * as reviews from './reviews.ts';
import * as settings from './settings.ts';
import * as staffing from './staffing.ts';
import * as structure from './structure.ts';
import * as tenure from './tenure.ts';
import * as terms from './terms.ts';
import * as transfers from './transfers.ts';
import * as tree from './tree.ts';
import * as workers from './workers.ts';

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'command' || value.kind === 'query');

/** Every use case of the city, in the order of its name. */
export const operations: readonly Operation[] = [
  access,
  attendance,
  affairs,
  campaigns,
  coverage,
  directives,
  duties,
  exports,
  facts,
  groups,
  guides,
  imports,
  inbox,
  leaders,
  lines,
  meetings,
  members,
  objections,
  oversight,
  ownRecord,
  participation,
  platform,
  posts,
  quotas,
  requests,
  reserves,
  reviews,
  settings,
  staffing,
  structure,
  tenure,
  terms,
  transfers,
  tree,
  workers,
]
  .flatMap((module): unknown[] => Object.values(module).flat())
  .filter(isOperation)
  .sort((a, b) => (a.name < b.name ? -1 : 1));
