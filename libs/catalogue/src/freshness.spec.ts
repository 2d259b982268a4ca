import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { operations } from './operations/index.ts';

const queries = operations.flatMap((operation) => (operation.kind === 'query' ? [operation] : []));
const propertiesOf = (schema: z.ZodType): readonly string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
const withoutLag = (names: (name: string, input: z.ZodObject) => boolean) =>
  queries.filter(({ name, input, output }) => names(name, input) && !propertiesOf(output).includes('lagSeconds')).map(({ name }) => name);

describe('R-30 freshness', () => {
  it('R-30 every list that is paged says how many seconds it is behind', () => {
    expect(queries.filter(({ input }) => 'cursor' in input.shape).length).toBeGreaterThan(20);
    expect(withoutLag((_name, input) => 'cursor' in input.shape)).toEqual([]);
  });
  it('R-30 so does every report and every counter', () => {
    const reports = /Report$|OnTime$|Progress$|Monthly$|Counts$|^todo$/;
    expect(queries.filter(({ name }) => reports.test(name)).length).toBeGreaterThan(6);
    expect(withoutLag((name) => reports.test(name))).toEqual([]);
  });
  it('R-30 and each figure of a cockpit by itself', () => {
    const figures = queries.filter(({ name }) => name.startsWith('figuresOf'));
    expect(figures.length).toBeGreaterThan(0);
    for (const { output } of figures) {
      const { items } = output instanceof z.ZodObject ? output.shape : {};
      expect(items instanceof z.ZodArray && items.element instanceof z.ZodObject ? Object.keys(items.element.shape) : []).toContain('lagSeconds');
    }
  });
});
