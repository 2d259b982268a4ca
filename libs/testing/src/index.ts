export { eventually } from './eventually.ts';
export { given } from './given.ts';
export { batchOf, recordedEvent } from './recorded-events.ts';
export { runSource, type EndedProcess } from './source-process.ts';
export { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';
export { walk } from './walk.ts';
