import { refusalSentences, sentenceOf } from '@zhitong/catalogue/refusal-sentences.ts';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { instant, number } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { useWord } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { routes } from '../../api/routes.ts';
import { useSentence } from '../../ui/words.ts';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { comma } from '../../i18n/comma.ts';

/** The services that keep a chain of their own, and the operations that show and check it. */
const chains = {
  organizations: { list: 'auditOfOrganizations', verify: 'verifyAuditOfOrganizations' },
  members: { list: 'auditOfMembers', verify: 'verifyAuditOfMembers' },
} as const;
type Chain = keyof typeof chains;

/** What every service has is called after it; the rest is its name. */
const suffix = /Of(Organizations|Members|Assessments|Funding|ServiceCenters)$/;
const suffixes = { organizations: 'OfOrganizations', members: 'OfMembers' } as const;
const operationsOf = (context: Chain) => Object.keys(routes).filter((name) => !suffix.test(name) || name.endsWith(suffixes[context]));
type AuditRecord = Row<'auditOfOrganizations'>;

export default function AuditPage() {
  const { t } = useTranslation();
  const word = useWord();
  const operation = useOperation();
  const result = useResult();
  const { values, set, clear, filtered } = useFilters('context', 'actor', 'operation', 'result');
  const context: Chain = values.context === 'members' ? 'members' : 'organizations';
  const list = useList(chains[context].list, { actorId: values.actor, operation: values.operation, result: values.result });
  return (
    <Page title={t('admin.audit')}>
      <div className="stack">
        <Verification key={context} context={context} />
        <DataTable
          id="audit"
          caption={t('admin.audit')}
          list={list}
          columns={useColumns(list.rows ?? [])}
          rowKey={({ number: at }) => String(at)}
          filtered={filtered}
          onClearFilters={clear}
          filters={
            <>
              <Segmented
                value={context}
                onChange={(wanted) => set({ context: wanted })}
                options={(['organizations', 'members'] as const).map((value) => ({ value, label: word('context', value) }))}
              />
              <Input.Search
                allowClear
                aria-label={t('admin.auditPage.actorId')}
                placeholder={t('admin.auditPage.actorId')}
                defaultValue={values.actor ?? ''}
                onSearch={(actor) => set({ actor })}
                style={{ inlineSize: '12rem' }}
              />
              <FilterBy
                many
                label={t('admin.auditPage.columns.operation')}
                value={values.operation}
                onChange={(operation) => set({ operation })}
                options={operationsOf(context).map((name) => ({ value: name, label: operation(name) }))}
              />
              <FilterBy
                many
                label={t('admin.auditPage.columns.result')}
                value={values.result}
                onChange={(value) => set({ result: value })}
                options={['done', 'begun', ...Object.keys(refusalSentences)].map((code) => ({ value: code, label: result(code) }))}
              />
            </>
          }
          toolbar={<span className="quiet">{t('admin.auditPage.watched')}</span>}
        />
      </div>
    </Page>
  );
}

/** A use case in words; one that every service has is called the same in each. */
function useOperation(): (name: string) => string {
  const sentence = useSentence();
  return (name) => sentence('operations', name.replace(suffix, ''), name);
}

function useResult(): (code: string) => string {
  const { t, i18n } = useTranslation();
  const words: Readonly<Record<string, string>> = { done: t('ui.done'), begun: t('admin.auditPage.begun') };
  return (code) => words[code] ?? sentenceOf(code, i18n.language === 'en-US' ? 'en' : 'zh') ?? code;
}

function Verification({ context }: { context: Chain }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const query = useRead(chains[context].verify, {}, { enabled: asked, staleTime: 0 });
  const data = query.data;
  return (
    <div className="row">
      <Button loading={query.isFetching} onClick={() => (asked ? void query.refetch() : setAsked(true))}>
        {query.isFetching ? t('admin.auditPage.verifying') : t('admin.auditPage.verify')}
      </Button>
      {data === undefined || query.isFetching ? null : data.firstBad === null ? (
        <span className="tag tag-ok" role="status">
          <Icon name="check" />
          {t('admin.auditPage.verified', { last: number(data.verified) })}
        </span>
      ) : (
        <span className="tag tag-danger" role="alert">
          <Icon name="warning" />
          {t('admin.auditPage.broken', { number: data.firstBad, count: number(data.verified) as never })}
        </span>
      )}
      {query.error === null ? null : <ProblemPanel error={query.error} compact />}
    </div>
  );
}

function useColumns(rows: readonly AuditRecord[]): readonly Column<AuditRecord>[] {
  const { t } = useTranslation();
  const word = useWord();
  const sentence = useSentence();
  const operationWord = useOperation();
  const resultWord = useResult();
  const title = (key: 'number' | 'at' | 'actor' | 'organization' | 'operation' | 'kind' | 'result' | 'target' | 'fields' | 'purpose' | 'trace') =>
    t(`admin.auditPage.columns.${key}`);
  const person = usePersonNames(rows.map(({ actorId }) => (actorId.startsWith('per_') ? actorId : null)));
  const organization = useOrganizationNames(rows.map(({ organizationId }) => organizationId));
  return [
    { key: 'number', title: title('number'), fixed: true, width: 6, align: 'end', render: (row) => number(row.number) },
    { key: 'at', title: title('at'), width: 11, render: ({ at }) => instant(at) },
    { key: 'actor', title: title('actor'), width: 9, render: ({ actorId }) => person(actorId) ?? <code>{actorId}</code> },
    {
      key: 'organization',
      title: title('organization'),
      width: 12,
      render: ({ organizationId }) => (organizationId === null ? '—' : (organization(organizationId) ?? <code>{organizationId}</code>)),
    },
    { key: 'operation', title: title('operation'), width: 11, render: ({ operation }) => <span title={operation}>{operationWord(operation)}</span> },
    { key: 'result', title: title('result'), width: 13, render: ({ result }) => <span title={result}>{resultWord(result)}</span> },
    {
      key: 'target',
      title: title('target'),
      render: ({ target, personIds }) =>
        personIds.length > 1 ? t('admin.auditPage.persons', { count: personIds.length }) : <code>{target ?? personIds[0] ?? '—'}</code>,
    },
    { key: 'fields', title: title('fields'), width: 9, render: ({ fields }) => fields.map((field) => word('revealableField', field)).join(comma()) || '—' },
    { key: 'purpose', title: title('purpose'), width: 8, render: ({ purpose }) => (purpose === null ? '—' : sentence('admin.auditPage.purposes', purpose)) },
    { key: 'trace', title: title('trace'), width: 9, render: ({ traceId }) => <code title={traceId}>{traceId.slice(0, 8)}</code> },
  ];
}
