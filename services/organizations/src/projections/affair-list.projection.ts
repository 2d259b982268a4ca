import { affairTypes, type AffairType } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from } from '@zhitong/eventing';
import type { DataOf } from '@zhitong/kernel';
import type { AffairEvent } from '../domain/affair/affair.decider.ts';

interface Consultation {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly asked: number;
  readonly opinions: number;
  readonly adopted: number;
}
export interface AffairObjection {
  readonly objectionId: string;
  readonly personId: string;
  readonly textRef: string;
  readonly objectedOn: string;
  readonly answerRef: string | null;
}
export interface AffairListRow {
  readonly affairId: string;
  readonly organizationId: string;
  readonly type: AffairType;
  readonly subjectRef: string;
  readonly consultation: Consultation | null;
  readonly textRef: string | null;
  readonly publishedOn: string | null;
  readonly untilOn: string | null;
  /** In the order they came; one of a person at most. */
  readonly objections: readonly AffairObjection[];
  /** Day of the consultation's end, then of the publication. */
  readonly lastOn: string;
}

type Begun = Pick<DataOf<AffairEvent, 'ConsultationRecorded'>, 'affairId' | 'organizationId' | 'typeCode' | 'subjectRef'>;

const begun = ({ affairId, organizationId, typeCode, subjectRef }: Begun, lastOn: string): AffairListRow => ({
  affairId,
  organizationId,
  type: affairTypes.parse(typeCode),
  subjectRef,
  consultation: null,
  textRef: null,
  publishedOn: null,
  untilOn: null,
  objections: [],
  lastOn,
});

/** One row per matter, with what was objected. */
export const affairList = defineProjection<AffairListRow>({
  name: 'affair-list',
  version: 1,
  indexes: [
    ['organizationId', 'lastOn'],
    ['organizationId', 'type', 'lastOn'],
    ['organizationId', 'publishedOn'],
  ],
  sources: [
    from<AffairEvent>(aggregates.organizations.affair)<AffairListRow>({
      ConsultationRecorded: ({ data }) => {
        const { affairId: key, fromOn, untilOn, asked, opinions, adopted } = data;
        return { key, fold: () => ({ ...begun(data, untilOn), consultation: { fromOn, untilOn, asked, opinions, adopted } }) };
      },
      AffairsPublished: ({ data }) => {
        const { affairId: key, subjectRef, textRef, publishedOn, untilOn } = data;
        return { key, fold: (row) => ({ ...(row ?? begun(data, publishedOn)), subjectRef, textRef, publishedOn, untilOn, lastOn: publishedOn }) };
      },
      AffairsObjected: ({ data: { affairId, objectionId, personId, textRef, objectedOn } }) => {
        const objection: AffairObjection = { objectionId, personId, textRef, objectedOn, answerRef: null };
        return amend(affairId, (row) => ({ ...row, objections: [...row.objections, objection] }));
      },
      AffairsObjectionAnswered: ({ data: { affairId, objectionId, textRef: answerRef } }) =>
        amend(affairId, (row) => ({ ...row, objections: row.objections.map((one) => (one.objectionId === objectionId ? { ...one, answerRef } : one)) })),
    }),
  ],
  announce: ({ affairId, organizationId }) => [`affair:${affairId}`, `affairs:${organizationId}`],
});
