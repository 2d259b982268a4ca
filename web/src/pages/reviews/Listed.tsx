import { reviewGrounds, reviewOutcomes, reviewReasons } from '@zhitong/catalogue/codes-organizations.ts';
import { levels } from '@zhitong/catalogue/codes.ts';
import { codeList } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useAddress, useSubtree } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { plainDate } from '../../ui/formats.ts';
import { Tag, useWord, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { comma } from '../../i18n/comma.ts';

type Item = Row<'reviewReportRows'>;
const states = codeList('open', 'decided');

/** Organizations on the lists of reviews, or of one of them. */
export function Listed({ reviewId }: { readonly reviewId?: string }) {
  const { t } = useTranslation();
  const { values, clear, filtered } = useFilters('state', 'level', 'ground', 'outcome');
  const list = useList('reviewReportRows', {
    ...useSubtree(),
    ...(reviewId === undefined ? {} : { reviewId }),
    state: codeIn(states, values.state),
    level: codeIn(levels, values.level),
    ground: codeIn(reviewGrounds, values.ground),
    outcome: codeIn(reviewOutcomes, values.outcome),
  });
  return (
    <DataTable
      id="review-organizations"
      caption={t('reviews.list')}
      list={list}
      columns={useColumns()}
      rowKey={(row) => `${row.reviewId} ${row.organizationId}`}
      filtered={filtered}
      onClearFilters={clear}
      filters={<Filters />}
    />
  );
}

function Filters() {
  const { t } = useTranslation();
  const word = useWord();
  const { values, set } = useFilters('state', 'level', 'ground', 'outcome');
  const choices = {
    state: states.values.map((value) => ({ value, label: t(`reviews.states.${value}`) })),
    level: levels.values.map((value) => ({ value, label: word('level', value) })),
    ground: reviewGrounds.values.map((value) => ({ value, label: t(`reviews.grounds.${value}`) })),
    outcome: reviewOutcomes.values.map((value) => ({ value, label: t(`reviews.outcomes.${value}`) })),
  } as const;
  return (['state', 'level', 'ground', 'outcome'] as const).map((name) => (
    <FilterBy key={name} label={t(`reviews.columns.${name}`)} value={values[name]} onChange={(chosen) => set({ [name]: chosen })} options={choices[name]} />
  ));
}

function useColumns(): readonly Column<Item>[] {
  const { t } = useTranslation();
  const address = useAddress();
  const { can, grant } = useSession();
  return [
    {
      key: 'name',
      title: t('reviews.columns.organization'),
      fixed: true,
      render: ({ organizationId, name }) => <Link to={address(`/orgs/${organizationId}`)}>{name}</Link>,
    },
    { key: 'level', title: t('reviews.columns.level'), width: 5, render: ({ level }) => <Word set="level" code={level} /> },
    { key: 'grounds', title: t('reviews.columns.ground'), render: ({ grounds }) => grounds.map((ground) => t(`reviews.grounds.${ground}`)).join(comma()) },
    { key: 'listed', title: t('reviews.columns.listedOn'), width: 8, render: ({ listedOn }) => plainDate(listedOn) },
    { key: 'until', title: t('reviews.untilOn'), width: 8, render: ({ untilOn }) => plainDate(untilOn) },
    { key: 'outcome', title: t('reviews.columns.outcome'), width: 11, render: (row) => <Outcome item={row} /> },
    {
      key: 'reason',
      title: t('reviews.columns.reason'),
      width: 9,
      render: ({ reasonCode }) => (reasonCode === null ? '—' : t(`reviews.reasons.${reasonCode}`)),
    },
    { key: 'followed', title: t('reviews.columns.followed'), width: 9, render: (row) => <Followed item={row} /> },
    {
      key: 'act',
      title: t('reviews.columns.act'),
      width: 6,
      render: (row) => (row.outcome === null && can('organization.approve') && row.organizationId !== grant.organizationId ? <Decide item={row} /> : null),
    },
  ];
}

function Outcome({ item: { outcome, decidedOn } }: { readonly item: Item }) {
  const { t } = useTranslation();
  if (outcome === null)
    return (
      <Tag tone="warn" icon="clock">
        {t('reviews.states.open')}
      </Tag>
    );
  return (
    <>
      {t(`reviews.outcomes.${outcome}`)} <span className="quiet">{plainDate(decidedOn)}</span>
    </>
  );
}

/** What is kept asks for nothing more; everything else for an act, on the page of the organization. */
function Followed({ item: { organizationId, outcome, followedOn } }: { readonly item: Item }) {
  const { t } = useTranslation();
  const address = useAddress();
  if (outcome === null || outcome === 'keep') return '—';
  if (followedOn !== null) return t('reviews.followed', { date: plainDate(followedOn) });
  return <Link to={address(`/orgs/${organizationId}`)}>{t('reviews.toFollow')}</Link>;
}

function Decide({ item: { reviewId, organizationId, grounds } }: { readonly item: Item }) {
  const { t } = useTranslation();
  const outcomes = grounds.includes('placeWithoutOrganization') ? (['keep'] as const) : reviewOutcomes.values;
  return (
    <CommandButton
      small
      act={{
        command: 'decideReview',
        label: t('reviews.decide'),
        consequences: t('reviews.decideHint'),
        changes: ['reviewReport', 'reviewReportRows', 'listReviews', 'todo'],
        fields: [
          {
            name: 'outcome',
            kind: 'choice',
            options: outcomes.map((value) => ({ value, label: t(`reviews.outcomes.${value}`) })),
            label: t('reviews.columns.outcome'),
            required: true,
          },
          {
            name: 'reason',
            kind: 'choice',
            options: reviewReasons.values.map((value) => ({ value, label: t(`reviews.reasons.${value}`) })),
            label: t('reviews.columns.reason'),
            required: true,
          },
        ],
        input: (values) => ({
          reviewId,
          organizationId,
          outcome: values.code(reviewOutcomes, 'outcome'),
          reasonCode: values.code(reviewReasons, 'reason'),
        }),
      }}
    />
  );
}
