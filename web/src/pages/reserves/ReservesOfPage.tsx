import { withdrawalReasons } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CommandName, Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import { plainDate } from '../../ui/formats.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';
import { comma } from '../../i18n/comma.ts';

type Cadre = Row<'reserveCadres'>;

/** Reads that show what an act on a reserve changes. */
const changes = ['reserveCadres', 'reserveReport', 'reservePosts'] as const;
const button = <N extends CommandName>(act: Omit<Act<N>, 'changes'>, small = true) => <CommandButton small={small} act={{ ...act, changes }} />;

/** Who is in reserve for the secretary of one community. */
export default function ReservesOfPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { can } = useSession();
  const { organizationId = '' } = useParams();
  const list = useList('reserveCadres', { organizationId });
  return (
    <Page
      title={t('reserves.live')}
      path={[{ label: t('reserves.title'), to: address('/reserves') }]}
      actions={can('post.change') ? <List organizationId={organizationId} /> : null}
    >
      <Watermark />
      <DataTable
        id="reserve-cadres"
        caption={t('reserves.live')}
        list={list}
        columns={useColumns(organizationId, list.rows ?? [])}
        rowKey={({ personId }) => personId}
      />
    </Page>
  );
}

function useColumns(organizationId: string, rows: readonly Cadre[]): readonly Column<Cadre>[] {
  const { t } = useTranslation();
  const { can } = useSession();
  const name = usePersonNames(rows.map(({ personId }) => personId));
  return [
    { key: 'person', title: t('reserves.person'), fixed: true, render: ({ personId }) => name(personId) ?? '…' },
    { key: 'state', title: t('reserves.state'), width: 8, render: ({ state }) => <StateTag set="reserveState" code={state} /> },
    {
      key: 'attributes',
      title: t('reserves.attributes'),
      render: ({ attributes }) => (attributes.length === 0 ? '—' : attributes.map((attribute) => t(`reserves.attribute.${attribute}`)).join(comma())),
    },
    { key: 'listedOn', title: t('reserves.listedOn'), width: 9, render: ({ listedOn }) => plainDate(listedOn) },
    { key: 'changedOn', title: t('reserves.changedOn'), width: 9, render: ({ changedOn }) => plainDate(changedOn) },
    ...(can('post.change')
      ? [
          {
            key: 'acts',
            title: '',
            width: 16,
            render: ({ personId, state }: Cadre) => <Acts organizationId={organizationId} personId={personId} state={state} />,
          },
        ]
      : []),
  ];
}

function Acts({ organizationId, personId, state }: Pick<Cadre, 'personId' | 'state'> & { readonly organizationId: string }) {
  const { t } = useTranslation();
  const one = { organizationId, personId };
  if (state !== 'listed' && state !== 'trained') return null;
  const reasons = withdrawalReasons.values.map((value) => ({ value, label: t(`reserves.reasons.${value}`) }));
  return (
    <span className="row">
      {state === 'listed' ? button({ command: 'trainReserveCadre', label: t('reserves.act.train'), input: () => one }) : null}
      {state === 'trained' ? button({ command: 'appointReserveCadre', label: t('reserves.act.appoint'), input: () => one }) : null}
      {button({
        command: 'withdrawReserveCadre',
        label: t('reserves.act.withdraw'),
        danger: true,
        fields: [{ name: 'reasonCode', kind: 'choice', options: reasons, label: t('reserves.reason'), required: true }],
        input: (values) => ({ ...one, reasonCode: values.code(withdrawalReasons, 'reasonCode') }),
      })}
    </span>
  );
}

function List({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  return button(
    {
      command: 'listReserveCadre',
      label: t('reserves.act.list'),
      fields: [
        { name: 'personId', kind: 'person', label: t('reserves.person'), required: true },
        { name: 'age', kind: 'number', label: t('reserves.age'), required: true, hint: t('reserves.ageHint') },
        { name: 'backbone', kind: 'switch', label: t('reserves.backbone') },
        { name: 'woman', kind: 'switch', label: t('reserves.woman') },
      ],
      input: (values) => ({
        organizationId,
        personId: values.text('personId'),
        age: values.count('age'),
        backbone: values.flag('backbone'),
        woman: values.flag('woman'),
      }),
    },
    false,
  );
}
