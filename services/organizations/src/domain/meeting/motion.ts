import { isAdmission, type MotionType } from '@zhitong/catalogue';
import { ensure, moreThanHalf } from '@zhitong/kernel';

/** Totals of one vote. */
export interface Votes {
  readonly entitled: number;
  readonly present: number;
  /** Opinions of absent entitled members, handed in before: votes, not presence. */
  readonly written: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** ORG-37: half of the entitled, or more; for admissions more than half. */
const quorum = (type: MotionType, entitled: number, halfInclusive: boolean): number =>
  isAdmission(type) || !halfInclusive ? Math.floor(entitled / 2) + 1 : Math.ceil(entitled / 2);

/** @throws {Rejected} `QUORUM_NOT_MET`, `BALLOT_COUNT_WRONG` */
export function ensureVotes(type: MotionType, votes: Votes, halfInclusive: boolean): void {
  const { entitled, present, written, yes, no, abstain } = votes;
  const needed = quorum(type, entitled, halfInclusive);
  ensure(present <= entitled, 'BALLOT_COUNT_WRONG', 'More are present than are entitled.', { entitled, present });
  ensure(entitled > 0 && present >= needed, 'QUORUM_NOT_MET', 'Too few of the entitled are present.', { entitled, present, needed });
  const absent = isAdmission(type) ? entitled - present : 0;
  ensure(written <= absent, 'BALLOT_COUNT_WRONG', 'Written opinions come from absent entitled members, and in admissions only.', { written, most: absent });
  const given = yes + no + abstain;
  ensure(given <= present + written, 'BALLOT_COUNT_WRONG', 'There are more votes than voters.', { votes: given, most: present + written });
}

/** More than half of the entitled, whoever was present. */
export const passes = ({ entitled, yes }: Votes): boolean => moreThanHalf(yes, entitled);
