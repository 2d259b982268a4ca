import { read } from '../../api/client.ts';

/** One line of a pasted list: a name, or an 18-digit citizen number, and where names repeat the branch. */
export interface BatchLine {
  readonly number: number;
  readonly text: string;
  readonly who: string;
  readonly branch: string;
}
type Found = { readonly personId: string; readonly name: string; readonly branchId: string };
export type ResolvedLine = BatchLine &
  (
    | { readonly state: 'unknown' | 'ambiguous' | 'twice' | 'tooMany' }
    | (Found & { readonly state: 'ready' | 'sent' })
    | (Found & { readonly state: 'failed'; readonly code: string })
  );

/** As many as the command takes. */
export const mostLines = 100;

/** Comma, tab or 、 between name and branch; a first line of headings and empty lines are no members. */
export function linesIn(text: string): readonly BatchLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ number: at + 1, text: line.trim() }))
    .filter(({ text: line, number }) => line !== '' && !(number === 1 && /^"?(姓名|name)/i.test(line)))
    .map(({ number, text: line }) => {
      const [who = '', branch = ''] = line.split(/[,，\t、]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
      return { number, text: line, who, branch };
    });
}

/** `<personId>=<code>` among the warnings is what failed (MEM-21). */
export const failuresIn = (warnings: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    warnings.flatMap((warning) =>
      warning.startsWith('per_') ? [[warning.slice(0, warning.indexOf('=')), warning.slice(warning.indexOf('=') + 1)] as const] : [],
    ),
  );

/** Looks each line up inside the scope, one after the other; nobody is guessed. @throws {ApiError} */
export async function resolve(lines: readonly BatchLine[]): Promise<readonly ResolvedLine[]> {
  const resolved: ResolvedLine[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const one = resolved.length < mostLines ? await find(line) : { ...line, state: 'tooMany' as const };
    resolved.push(one.state === 'ready' && seen.has(one.personId) ? { ...line, state: 'twice' } : one);
    if (one.state === 'ready') seen.add(one.personId);
  }
  return resolved;
}

async function find(line: BatchLine): Promise<ResolvedLine> {
  if (line.who.length < 2) return { ...line, state: 'unknown' };
  const { items } = (await read('resolvePersonBySearch', { text: line.who.toUpperCase(), limit: 50 })).data;
  const exact = /^\d{17}[\dX]$/i.test(line.who) ? items : items.filter(({ name }) => name === line.who);
  const within = line.branch === '' || exact.length < 2 ? exact : await inBranch(exact, line.branch);
  const [first, second] = within;
  if (first === undefined) return { ...line, state: 'unknown' };
  return second === undefined ? { ...line, ...first, state: 'ready' } : { ...line, state: 'ambiguous' };
}

async function inBranch(found: readonly Found[], branch: string): Promise<readonly Found[]> {
  const names = await Promise.all(found.map(({ branchId }) => read('getOrganization', { organizationId: branchId })));
  return found.filter((_one, at) => {
    const { name = '', linePath = [] } = names[at]?.data ?? {};
    return (
      name === branch ||
      linePath
        .map((step) => step.name)
        .join('')
        .endsWith(branch)
    );
  });
}
