import type { Document, Filter, Sort } from 'mongodb';
import type { Condition, Index, Query, Scalar } from '@zhitong/eventing';
import { prefixEnd, type CursorPosition } from '@zhitong/eventing/query-plan.ts';
import { fieldPath, type RowDocument } from './row-document.ts';

type Order = Query['orderBy'];

/** The rows that meet all conditions, none of them a tombstone; with a position those that come after it in the order. */
export function rowFilter(where: readonly Condition[], order?: Order, position?: CursorPosition): Filter<RowDocument> {
  // A tombstone has no fields: whoever asks for one never meets it, and the answer can come from the index alone.
  if (where.length === 0) return { $and: [{ d: { $ne: null } }, ...(position === undefined ? [] : [{ $or: after(position, order) }])] };
  if (position === undefined) return { $and: where.map(asTest) };
  const ranges = after(position, order);
  return { $or: withoutIn(where).flatMap((conditions) => ranges.map((range) => ({ $and: [...conditions.map(asTest), range] }))) };
}

const asTest = (condition: Condition): Document => ({ [fieldPath(condition.field)]: test(condition) });

/** More alternatives than the server would merge in order. */
const mostAlternatives = 60;

/** Each value of an `in` as an alternative of its own, as the server does it too, but not behind a position: there it would sort all rows. */
function withoutIn(where: readonly Condition[]): readonly (readonly Condition[])[] {
  const expanded = where.reduce<readonly (readonly Condition[])[]>(
    (lists, condition) => {
      const values: readonly Condition[] = 'in' in condition ? [...new Set(condition.in)].map((eq) => ({ field: condition.field, eq })) : [condition];
      return lists.flatMap((list) => values.map((value) => [...list, value]));
    },
    [[]],
  );
  return expanded.length > 0 && expanded.length <= mostAlternatives ? expanded : [where];
}

/** Operators are always named, so that a value is never read as one. */
function test(condition: Condition): Document {
  if ('eq' in condition) return { $eq: condition.eq };
  if ('in' in condition) return { $in: condition.in };
  if ('prefix' in condition) {
    const end = prefixEnd(condition.prefix);
    return { $gte: condition.prefix, ...(end === undefined ? {} : { $lt: end }) };
  }
  const { gt, gte, lt, lte } = condition;
  const borders = Object.entries({ $gt: gt, $gte: gte, $lt: lt, $lte: lte });
  return Object.fromEntries(borders.filter(([, value]) => value !== undefined));
}

export function sortOf(order: Order): Sort {
  if (order === undefined) return { _id: 1 };
  const direction = order.direction === 'asc' ? 1 : -1;
  return { [fieldPath(order.field)]: direction, _id: direction };
}

export const indexKeys = (index: Index): Record<string, 1> =>
  Object.fromEntries([...index.map((field) => [fieldPath(field), 1] as const), ['_id', 1] as const]);

/** What comes after a position, as alternatives that each are one range of the index. */
function after({ value, key }: CursorPosition, order: Order): Document[] {
  if (order === undefined) return [{ _id: { $gt: key } }];
  const path = fieldPath(order.field);
  const ascending = order.direction === 'asc';
  const ties = { [path]: { $eq: value }, _id: ascending ? { $gt: key } : { $lt: key } };
  const beyond = (ascending ? above(value) : below(value)).map((range) => ({ [path]: range }));
  return [ties, ...beyond];
}

/** The types a field can hold, in the server's order, with the lowest value of each; a comparison never leaves its type. */
const lowest = [
  ['number', -Infinity],
  ['string', ''],
  ['boolean', false],
] as const;
const rank = (value: Scalar | null): number => lowest.findIndex(([type]) => type === typeof value);

const above = (value: Scalar | null): Document[] => [
  ...(value === null ? [] : [{ $gt: value }]),
  ...lowest.slice(rank(value) + 1).map(([, least]) => ({ $gte: least })),
];

function below(value: Scalar | null): Document[] {
  if (value === null) return [];
  return [{ $lt: value }, ...lowest.slice(0, rank(value)).map(([, least]) => ({ $gte: least })), { $eq: null }];
}
