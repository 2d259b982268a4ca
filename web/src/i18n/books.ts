import type { admin } from './zh/books/admin.ts';
import type { affairs } from './zh/books/affairs.ts';
import type { campaigns } from './zh/books/campaigns.ts';
import type { cockpit } from './zh/books/cockpit.ts';
import type { directives } from './zh/books/directives.ts';
import type { duties } from './zh/books/duties.ts';
import type { facts } from './zh/books/facts.ts';
import type { home } from './zh/books/home.ts';
import type { meetings } from './zh/books/meetings.ts';
import type { ledger } from './zh/books/ledger.ts';
import type { leaders } from './zh/books/leaders.ts';
import type { lines } from './zh/books/lines.ts';
import type { members } from './zh/books/members.ts';
import type { ops } from './zh/books/ops.ts';
import type { orgProfile } from './zh/books/orgProfile.ts';
import type { orgs } from './zh/books/orgs.ts';
import type { requests } from './zh/books/requests.ts';
import type { reviews } from './zh/books/reviews.ts';
import type { settings } from './zh/books/settings.ts';
import type { reserves } from './zh/books/reserves.ts';
import type { terms } from './zh/books/terms.ts';
import type { transfers } from './zh/books/transfers.ts';

/** A book has the words of one page or of several that belong together; its file bears its name. */
export interface Books {
  readonly admin: typeof admin;
  readonly affairs: typeof affairs;
  readonly campaigns: typeof campaigns;
  readonly cockpit: typeof cockpit;
  readonly directives: typeof directives;
  readonly duties: typeof duties;
  readonly facts: typeof facts;
  readonly home: typeof home;
  readonly meetings: typeof meetings;
  readonly ledger: typeof ledger;
  readonly leaders: typeof leaders;
  readonly lines: typeof lines;
  readonly members: typeof members;
  readonly ops: typeof ops;
  readonly orgProfile: typeof orgProfile;
  readonly orgs: typeof orgs;
  readonly requests: typeof requests;
  readonly reviews: typeof reviews;
  readonly settings: typeof settings;
  readonly reserves: typeof reserves;
  readonly terms: typeof terms;
  readonly transfers: typeof transfers;
}
export type Book = keyof Books;
