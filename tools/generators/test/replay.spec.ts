import { describe, expect, it } from '@jest/globals';
import { runSource } from '@zhitong/testing';
import { ESLint, Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { root, samples } from './histories.ts';

const child = new URL('./replay.child.ts', import.meta.url);
const minutes = 60_000;
const domain = `${root}services/members/src/domain/member/planted.ts`;

/** What the lint says of a line in the domain, by the rules of the repository that need no types. */
async function found(line: string): Promise<readonly string[]> {
  const { rules } = (await new ESLint({ cwd: root }).calculateConfigForFile(domain)) as Linter.Config;
  const ofTime = Object.fromEntries(Object.entries(rules ?? {}).filter(([name]) => /^no-restricted-(globals|properties|syntax)$/.test(name)));
  const messages = new Linter().verify(line, [{ files: ['**/*.ts'], languageOptions: { parser }, rules: ofTime }], 'planted.ts');
  return messages.map(({ ruleId }) => ruleId ?? 'no rule');
}

describe('REL-10 clock, chance and environment come in with the command', () => {
  it.each([
    ['export const now = new Date();', 'no-restricted-syntax'],
    ['export const now = Date.now();', 'no-restricted-properties'],
    ['export const chance = Math.random();', 'no-restricted-properties'],
    ['export const zone = process.env.TZ;', 'no-restricted-globals'],
    ['export const id = crypto.randomUUID();', 'no-restricted-globals'],
    ['export const at = performance.now();', 'no-restricted-globals'],
  ])('%s is refused in the domain', async (line, rule) => {
    expect(await found(line)).toEqual([rule]);
  });

  it('a date that is an argument is none of it', async () => {
    expect(await found('export const day = (at: string) => new Date(at).getTime();')).toEqual([]);
  });

  it(
    'every history is folded to the same state by any clock and in any time zone',
    async () => {
      const machines = [
        [0, 'UTC'],
        [600_000, 'Pacific/Kiritimati'],
        [-600_000, 'America/St_Johns'],
      ] as const;
      const runs = await Promise.all(machines.map(([offset, TZ]) => runSource(child, [String(offset)], { TZ })));
      const [first, ...others] = runs.map(({ output }) => JSON.parse(output) as { readonly zone: number; readonly digests: readonly string[] });
      expect(first?.digests).toHaveLength(samples.length);
      expect(new Set([first, ...others].map((one) => one?.zone)).size).toBe(machines.length);
      for (const { digests } of others) expect(digests).toEqual(first?.digests);
    },
    minutes,
  );
});
