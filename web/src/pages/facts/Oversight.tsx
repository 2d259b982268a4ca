import { codeList } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import type { CommandName, Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import { plainDate, today } from '../../ui/formats.ts';
import { Tag } from '../../ui/StateTag.tsx';
import type { Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { FigureList, useFigure } from './FigureList.tsx';
import { useOrganizationColumn } from './organization-column.tsx';

type Secretary = Row<'oversightReportRows'>;
const figures = codeList('secretaries', 'filed', 'unfiled', 'auditDue', 'auditMissing');
const tones = { secretaries: 'plain', filed: 'plain', unfiled: 'warn', auditDue: 'warn', auditMissing: 'danger' } as const;
const changes = ['oversightReport', 'oversightReportRows', 'todo'] as const;
const button = <N extends CommandName>(act: Omit<Act<N>, 'changes'>) => <CommandButton small act={{ ...act, changes }} />;

/** ORG-26: reports on personal matters and audits of secretaries of communities, today. */
export function Oversight() {
  const { t } = useTranslation();
  const { organizationId, view } = useScope().scope;
  const figure = useFigure(figures);
  const list = useList('oversightReportRows', { organizationId, view, figure });
  return (
    <FigureList
      tab="oversight"
      title={t('facts.oversight.title')}
      hint={t('facts.oversight.hint')}
      figures={figures.values.map((code) => ({ code, label: t(`facts.oversight.${code}`), tone: tones[code] }))}
      chosen={figure}
      report={useRead('oversightReport', { organizationId, view })}
      list={list}
      columns={useColumns(list.rows ?? [])}
    />
  );
}

function useColumns(rows: readonly Secretary[]): readonly Column<Secretary>[] {
  const { t } = useTranslation();
  const organization = useOrganizationColumn<Secretary>(({ organizationName }) => organizationName, 'posts');
  const { grant } = useSession();
  const name = usePersonNames(rows.map(({ personId }) => personId));
  return [
    organization,
    { key: 'person', title: t('facts.oversight.person'), width: 8, render: ({ personId }) => name(personId) ?? '…' },
    { key: 'fromOn', title: t('facts.oversight.fromOn'), width: 9, render: ({ fromOn }) => plainDate(fromOn) },
    { key: 'leftOn', title: t('facts.oversight.leftOn'), width: 9, render: ({ leftOn }) => plainDate(leftOn) },
    { key: 'matters', title: t('facts.oversight.matters'), width: 8, render: ({ filed }) => t(filed ? 'facts.oversight.yes' : 'facts.oversight.no') },
    { key: 'audit', title: t('facts.oversight.audit'), render: (row) => <Audit of={row} /> },
    ...(rows.some(({ organizationId }) => organizationId !== grant.organizationId)
      ? [{ key: 'acts', title: '', width: 15, render: (row: Secretary) => <Acts secretary={row} /> }]
      : []),
  ];
}

function Audit({ of: { audit } }: { readonly of: Secretary }) {
  const { t } = useTranslation();
  if (audit === null) return <>—</>;
  const { occasion, on, untilOn } = audit;
  return (
    <Tag tone={untilOn < today() ? 'danger' : 'warn'} icon="warning">
      {t('facts.oversight.auditOf', { occasion: t(`facts.oversight.occasions.${occasion}`), on: plainDate(on), until: plainDate(untilOn) })}
    </Tag>
  );
}

function Acts({ secretary: { postId, organizationId, filed, leftOn, audit } }: { readonly secretary: Secretary }) {
  const { t } = useTranslation();
  const post = { postId, organizationId };
  return (
    <span className="row">
      {filed || leftOn !== null
        ? null
        : button({
            command: 'filePersonalMatters',
            label: t('facts.oversight.act.file'),
            initial: { filedOn: today() },
            fields: [{ name: 'filedOn', kind: 'date', label: t('facts.oversight.filedOn'), required: true }],
            input: (values) => ({ ...post, filedOn: values.text('filedOn') }),
          })}
      {audit === null
        ? null
        : button({
            command: 'recordAudit',
            label: t('facts.oversight.act.audit'),
            initial: { auditedOn: today() },
            fields: [{ name: 'auditedOn', kind: 'date', label: t('facts.oversight.auditedOn'), required: true }],
            input: (values) => ({ ...post, auditedOn: values.text('auditedOn') }),
          })}
    </span>
  );
}
