import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Input, Row } from '../../api/client.ts';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { useAddress, useScope } from '../../shell/scope.ts';
import { number } from '../../ui/formats.ts';
import { Loading } from '../../ui/Panel.tsx';
import { Tag, Word } from '../../ui/StateTag.tsx';
import { SlaClock } from './SlaClock.tsx';

const lanes = ['submitted', 'routed', 'accepted', 'waitingForSubmitter', 'answered', 'confirmed', 'autoClosed', 'reopened'] as const;
type Role = NonNullable<Input<'listRequests'>['role']>;

/** One lane a state; a card is moved by its buttons inside, nothing is dragged. */
export function Board({ role }: { role: Role }) {
  const { organizationId } = useScope().scope;
  const client = useQueryClient();
  useLive([`inbox:${organizationId}`], () => void refresh(client, ['listRequests']));
  return (
    <div className="board">
      {lanes.map((state) => (
        <Lane key={state} state={state} role={role} organizationId={organizationId} />
      ))}
    </div>
  );
}

function Lane({ state, role, organizationId }: { state: (typeof lanes)[number]; role: Role; organizationId: string }) {
  const { t } = useTranslation();
  const address = useAddress();
  const query = useRead('listRequests', { organizationId, role, state, limit: 20 }, { keep: true, pollSeconds: usePollSeconds() });
  const total = query.data?.total;
  const list = address('/requests', { look: 'table', 'f.role': role, 'f.state': state });
  return (
    <section className="board-lane" aria-labelledby={`lane-${state}`}>
      <h2 id={`lane-${state}`}>
        <Word set="requestState" code={state} />
        <Link to={list}>{total === undefined ? '·' : `${number(total)}${query.data?.totalMore ? '+' : ''}`}</Link>
      </h2>
      <Loading of={query}>
        {({ items, total: all }) => (
          <>
            {items.map((row) => (
              <Card key={row.requestId} row={row} />
            ))}
            {all > items.length ? <Link to={list}>{t('ui.more', { left: number(all - items.length) })}</Link> : null}
          </>
        )}
      </Loading>
    </section>
  );
}

function Card({ row }: { row: Row<'listRequests'> }) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <Link to={address(`/requests/${row.requestId}`)} className="card">
      <span className="row">
        <strong>
          <Word set="requestTopic" code={row.topicCode} />
        </strong>
        {row.urgent ? (
          <Tag tone="danger" icon="warning">
            {t('directives.urgent')}
          </Tag>
        ) : null}
        {row.reopenings > 0 ? (
          <Tag tone="warn" icon="refresh">
            {t('requests.reopenings', { count: row.reopenings })}
          </Tag>
        ) : null}
        {row.escalations > 0 ? (
          <Tag tone="warn" icon="up">
            {t('requests.escalations', { count: row.escalations })}
          </Tag>
        ) : null}
      </span>
      <span>{row.submitterName}</span>
      {row.holderName && row.holder ? (
        <span className="quiet">
          {row.holderName} · <Word set="requestOffice" code={row.holder.office} />
        </span>
      ) : null}
      {row.dueAt === null ? null : <SlaClock of={row} />}
    </Link>
  );
}
