import type { ServiceDefinition } from '@zhitong/platform';
import { exportUseCases } from './application/exports.ts';
import { importUseCases } from './application/imports.ts';
import { exportStream } from './domain/export/export.stream.ts';
import { importStream } from './domain/import/import.stream.ts';
import { importExpiry } from './policies/import-expiry.deadline.ts';
import { whenImportAdvancesThenTakeNextPage } from './policies/when-import-advances-then-take-next-page.policy.ts';
import { whenImportExpiredThenDiscardRows } from './policies/when-import-expired-then-discard-rows.policy.ts';
import { exportList } from './projections/export-list.projection.ts';
import { importList } from './projections/import-list.projection.ts';

/** Files that come in and go out (console P31, P32). */
export const fileStreams: ServiceDefinition['streams'] = [importStream, exportStream];
export const fileProjections: ServiceDefinition['projections'] = [importList, exportList];
export const filePolicies: ServiceDefinition['policies'] = [whenImportAdvancesThenTakeNextPage, whenImportExpiredThenDiscardRows];
export const fileDeadlines: ServiceDefinition['deadlines'] = [importExpiry];
export const fileUseCases: ServiceDefinition['useCases'] = [...importUseCases, ...exportUseCases];
