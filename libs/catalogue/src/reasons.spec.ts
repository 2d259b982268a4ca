import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { operations } from './operations/index.ts';
import { platformOperations } from './operations/platform.ts';

interface Property {
  readonly enum?: readonly string[];
}

/** Reasons that are codes, by the command that takes them. */
const reasonsOf = [...operations, ...platformOperations]
  .filter(({ kind }) => kind === 'command')
  .flatMap(({ name, input }) => {
    const { properties = {} } = z.toJSONSchema(input, { io: 'input' }) as { properties?: Readonly<Record<string, Property>> };
    return properties['reasonCode'] === undefined ? [] : [[name, properties['reasonCode'].enum ?? []] as const];
  });

describe('reasons that are codes', () => {
  it('ORG-03 ORG-09 LINK-07 are chosen from a closed list, whatever the command', () => {
    expect(reasonsOf.length).toBeGreaterThan(12);
    expect(reasonsOf.filter(([, codes]) => codes.length < 2)).toEqual([]);
  });
});
