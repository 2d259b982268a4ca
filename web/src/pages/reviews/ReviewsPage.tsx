import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope, useSubtree } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, plainDate } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { Listed } from './Listed.tsx';
import { Progress } from './Progress.tsx';

type Review = Row<'listReviews'>;

/** ORG-10: structure reviews of the year below an organization, now or on a day. */
export default function ReviewsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { asOf } = useScope().scope;
  const then = useSubtree();
  const report = useRead('reviewReport', then);
  return (
    <Page title={t('reviews.title')} actions={can('organization.approve') && asOf === null ? <Open {...then} /> : null}>
      <div className="stack">
        <p className="quiet">{t('reviews.hint')}</p>
        <Panel title={t('reviews.ofYear')}>
          <Loading of={report} lines={4}>
            {(answer) => <Progress of={answer} page="/reviews" />}
          </Loading>
        </Panel>
        <Reviews organizationId={then.organizationId} />
        <Listed />
      </div>
    </Page>
  );
}

function Reviews({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  const address = useAddress();
  const list = useList('listReviews', { organizationId });
  const columns: readonly Column<Review>[] = [
    {
      key: 'opened',
      title: t('reviews.openedOn'),
      fixed: true,
      width: 9,
      render: ({ reviewId, openedOn }) => <Link to={address(`/reviews/${reviewId}`)}>{plainDate(openedOn)}</Link>,
    },
    { key: 'opener', title: t('reviews.opener'), render: (row) => <OrganizationName id={row.organizationId} /> },
    { key: 'until', title: t('reviews.untilOn'), width: 9, render: ({ untilOn }) => plainDate(untilOn) },
    { key: 'listed', title: t('reviews.listed'), width: 8, align: 'end', render: ({ listed }) => (listed === null ? t('reviews.listing') : number(listed)) },
    { key: 'decided', title: t('reviews.decided'), width: 8, align: 'end', render: ({ decided }) => number(decided) },
  ];
  return <DataTable id="reviews" caption={t('reviews.all')} list={list} columns={columns} rowKey={({ reviewId }) => reviewId} />;
}

function Open({ organizationId, view }: Pick<ReturnType<typeof useSubtree>, 'organizationId' | 'view'>) {
  const { t } = useTranslation();
  return (
    <CommandButton
      primary
      act={{
        command: 'openReview',
        label: t('reviews.openReview'),
        consequences: t('reviews.openHint'),
        changes: ['listReviews', 'reviewReport', 'reviewReportRows'],
        fields: [{ name: 'untilOn', kind: 'date', label: t('reviews.untilOn'), required: true }],
        input: (values) => ({ organizationId, view, untilOn: values.text('untilOn') }),
      }}
    />
  );
}
