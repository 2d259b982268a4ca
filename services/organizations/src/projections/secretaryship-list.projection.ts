import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, ignore, type Change } from '@zhitong/eventing';
import type { OversightEvent, Secretaryship } from '../domain/oversight/oversight.decider.ts';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';

/** `held` is null until the post itself has told of it, and for ever when it was filled by mistake. */
export interface SecretaryshipRow {
  readonly organizationId: string;
  readonly held: Secretaryship | null;
  readonly years: readonly string[];
  readonly audits: readonly string[];
}

const change = (postId: string, organizationId: string, fold: (row: SecretaryshipRow) => SecretaryshipRow): Change<SecretaryshipRow> => ({
  key: postId,
  fold: (before) => fold(before ?? { organizationId, held: null, years: [], audits: [] }),
});

/** One row per holding of a secretary's post, fed by the posts and by what is on record about it, in any order (ORG-26). */
export const secretaryshipList = defineProjection<SecretaryshipRow>({
  name: 'secretaryship-list',
  version: 1,
  indexes: [['organizationId']],
  sources: [
    from<PostsEvent>(aggregates.organizations.posts)<SecretaryshipRow>({
      PostFilled: ({ data: { postId, organizationId, personId, type, fromOn } }) =>
        type === 'secretary' ? [change(postId, organizationId, (row) => ({ ...row, held: { postId, organizationId, personId, fromOn, leftOn: null } }))] : [],
      PostVacated: ({ data: { postId, organizationId, type, vacatedOn, causeCode } }) =>
        type === 'secretary'
          ? [
              change(postId, organizationId, (row) => ({
                ...row,
                held: row.held === null || causeCode === 'correction' ? null : { ...row.held, leftOn: vacatedOn },
              })),
            ]
          : [],
      SecretaryRemoved: ignore,
      SecretaryVacancyLong: ignore,
    }),
    from<OversightEvent>(aggregates.organizations.oversight)<SecretaryshipRow>({
      PersonalMattersFiled: ({ data }) => change(data.postId, data.organizationId, (row) => ({ ...row, years: [...row.years, data.yearCode] })),
      AuditRecorded: ({ data }) => change(data.postId, data.organizationId, (row) => ({ ...row, audits: [...row.audits, data.auditedOn] })),
    }),
  ],
  announce: ({ organizationId }) => [`org:${organizationId}`],
});
