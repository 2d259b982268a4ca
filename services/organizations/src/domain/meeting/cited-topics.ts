import { ensure } from '@zhitong/kernel';

/** Topics that a meeting names, and those that the guides in force on its day know (LINK-12). */
export interface CitedTopics {
  readonly codes: readonly string[];
  readonly inForce: readonly string[];
}

/** What it cites, each once. @throws {Rejected} `TOPIC_NOT_IN_GUIDE` with the topics that it may cite. */
export function citedOnce({ codes, inForce }: CitedTopics): string[] {
  const unknown = codes.filter((code) => !inForce.includes(code));
  const may = inForce.length === 0 ? 'no guide is in force on its day' : `in force on its day are ${inForce.join(', ')}`;
  ensure(unknown.length === 0, 'TOPIC_NOT_IN_GUIDE', `A meeting cites topics of a guide: ${may}.`, { unknown, inForce });
  return [...new Set(codes)];
}
