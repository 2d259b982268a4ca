import { parentPort, workerData } from 'node:worker_threads';
import { Rejected } from '@zhitong/kernel';
import { readWorkbook } from './workbook.ts';
import { writeWorkbook, type WrittenSheet } from './written-workbook.ts';

type Asked = { readonly read: Uint8Array } | { readonly write: readonly WrittenSheet[] };

/** Reads or writes the one workbook it was started for, says what came of it, and ends. */
const asked = workerData as Asked;
try {
  parentPort?.postMessage({ done: 'read' in asked ? readWorkbook(asked.read) : await writeWorkbook(asked.write) });
} catch (error) {
  if (!(error instanceof Rejected)) throw error;
  const { code, sentence, details } = error;
  parentPort?.postMessage({ refused: { code, sentence, details } });
}
