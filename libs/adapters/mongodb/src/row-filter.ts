import type { Document, Filter, Sort } from 'mongodb';
import type { Condition, Index, Query, Scalar } from '@zhitong/eventing';
import { prefixEnd, type CursorPosition } from '@zhitong/eventing/query-plan.ts';
import { fieldPath, type RowDocument } from './row-document.ts';

type Order = Query['orderBy'];

/** The rows that meet all conditions, none of them a tombstone. */
export function rowFilter(where: readonly Condition[], ...further: readonly Document[]): Filter<RowDocument> {
  const conditions = where.map((condition) => ({ [fieldPath(condition.field)]: test(condition) }));
  // A tombstone has no fields: whoever asks for one never meets it, and the answer can come from the index alone.
  const all = [...(where.length === 0 ? [{ d: { $ne: null } }] : conditions), ...further];
  return { $and: all };
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
export function after({ value, key }: CursorPosition, order: Order): Document {
  if (order === undefined) return { _id: { $gt: key } };
  const path = fieldPath(order.field);
  const ascending = order.direction === 'asc';
  const ties = { [path]: { $eq: value }, _id: ascending ? { $gt: key } : { $lt: key } };
  const beyond = (ascending ? above(value) : below(value)).map((range) => ({ [path]: range }));
  return { $or: [ties, ...beyond] };
}

/** The types a field can hold, in the server's order, with the lowest value of each; a comparison never leaves its type. */
const lowest = [['number', -Infinity], ['string', ''], ['boolean', false]] as const;
const rank = (value: Scalar | null): number => lowest.findIndex(([type]) => type === typeof value);

const above = (value: Scalar | null): Document[] => [
  ...(value === null ? [] : [{ $gt: value }]),
  ...lowest.slice(rank(value) + 1).map(([, least]) => ({ $gte: least })),
];

function below(value: Scalar | null): Document[] {
  if (value === null) return [];
  return [{ $lt: value }, ...lowest.slice(0, rank(value)).map(([, least]) => ({ $gte: least })), { $eq: null }];
}
