import { Worker } from 'node:worker_threads';
import { Rejected, type Details } from '@zhitong/kernel';
import { z } from 'zod';
import { fileRefused } from './file-refusal.ts';
import type { SheetRow } from './workbook.ts';
import type { WrittenSheet } from './written-workbook.ts';

type Answer = { readonly done: unknown } | { readonly refused: { readonly code: string; readonly sentence: string; readonly details: Details } };

const readRows: z.ZodType<readonly SheetRow[]> = z.array(z.object({ row: z.int(), cells: z.array(z.string()) }));
const bytes = z.custom<Uint8Array>((value) => ArrayBuffer.isView(value));

export interface WorkbookLimits {
  readonly ms: number;
  readonly memoryMb: number;
  /** Workbooks in hand at the same time, those that are still arriving among them. */
  readonly atOnce: number;
}
/** SEC-31. */
const usualLimits: WorkbookLimits = { ms: 60_000, memoryMb: 300, atOnce: 4 };

const entry = new URL(import.meta.url.endsWith('.ts') ? './workbook.worker.ts' : './workbook.worker.mjs', import.meta.url);
/** Sources need their compiler in every thread; a bundle needs nothing. */
const execArgv = entry.href.endsWith('.ts') ? ['--import', new URL('../../../../tools/dev/register.js', import.meta.url).href] : [];

/** Reads and writes workbooks, each in a thread of its own that ends with it: a hostile one costs nobody else time or memory. */
export class Workbooks {
  #inHand = 0;

  constructor(private readonly limits: WorkbookLimits = usualLimits) {}

  /** Asks for the bytes once there is room for them. @throws {Rejected} `OVERLOADED`, and what the file is refused for. */
  read(receive: () => Promise<Uint8Array>): Promise<readonly SheetRow[]> {
    return this.#holding(async () => readRows.parse(await this.#thread({ read: await receive() })));
  }

  /** @throws {Rejected} `OVERLOADED` */
  write(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
    return this.#holding(async () => bytes.parse(await this.#thread({ write: sheets })));
  }

  async #holding<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inHand >= this.limits.atOnce) throw new Rejected('OVERLOADED', 'Other files are being read; please try again shortly.');
    this.#inHand += 1;
    try {
      return await work();
    } finally {
      this.#inHand -= 1;
    }
  }

  async #thread(asked: object): Promise<unknown> {
    const { ms, memoryMb } = this.limits;
    const worker = new Worker(entry, { workerData: asked, execArgv, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const timer = setTimeout(() => reject(fileRefused('tooMuch')), ms);
    worker.once('message', resolve);
    worker.once('error', (error) => reject(isOutOfMemory(error) ? fileRefused('tooMuch') : error));
    worker.once('exit', () => reject(fileRefused('tooMuch')));
    try {
      const answer = await promise;
      if ('done' in answer) return answer.done;
      throw new Rejected(answer.refused.code, answer.refused.sentence, answer.refused.details);
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  }
}

const isOutOfMemory = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
