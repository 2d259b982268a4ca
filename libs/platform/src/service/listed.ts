import type { Query } from '@zhitong/eventing';
import type { Rows } from './kit.ts';

/** A page of a selection with its total, counted on the index, and how far behind it may be: what every list answers. */
export async function listed<Row>(rows: Rows<Row>, query: Query) {
  const [{ items, next }, { count: total, more: totalMore }] = await Promise.all([rows.query(query), rows.count(query.where)]);
  return { items, next, total, totalMore, lagSeconds: rows.lagSeconds() };
}
