import type { ServiceDefinition } from '@zhitong/platform';
import { importUseCases } from './application/imports.ts';
import { importStream } from './domain/import/import.stream.ts';
import { importExpiry } from './policies/import-expiry.deadline.ts';
import { whenImportAdvancesThenTakeNextPage } from './policies/when-import-advances-then-take-next-page.policy.ts';
import { whenImportExpiredThenDiscardRows } from './policies/when-import-expired-then-discard-rows.policy.ts';
import { importList } from './projections/import-list.projection.ts';

/** Files that come in (console P31). */
export const fileStreams: ServiceDefinition['streams'] = [importStream];
export const fileProjections: ServiceDefinition['projections'] = [importList];
export const filePolicies: ServiceDefinition['policies'] = [whenImportAdvancesThenTakeNextPage, whenImportExpiredThenDiscardRows];
export const fileDeadlines: ServiceDefinition['deadlines'] = [importExpiry];
export const fileUseCases: ServiceDefinition['useCases'] = [...importUseCases];
