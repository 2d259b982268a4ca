import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Freshness, StaleBand } from '../../ui/Freshness.tsx';
import { Panel, Skeleton } from '../../ui/Panel.tsx';
import { Forbidden, ProblemPanel } from '../../ui/Problem.tsx';
import { ViewSwitch } from '../organizations/ViewSwitch.tsx';
import { Attenuation } from './Attenuation.tsx';
import { Breakdown } from './Breakdown.tsx';
import { listOf } from './metrics.ts';
import { useMetricWords } from './metric-words.ts';
import { PastFigures } from './PastFigures.tsx';
import { RequestsOnTime } from './RequestsOnTime.tsx';

export default function CockpitPage() {
  const { t } = useTranslation();
  const { organizationId = '' } = useParams();
  const address = useAddress();
  const { scope } = useScope();
  const profile = useRead('getOrganization', { organizationId }, { staleTime: 60_000 });
  if (isMissing(profile.error)) return <NotFound />;
  const path = (scope.view === 'line' ? profile.data?.linePath : profile.data?.placePath) ?? [];
  const emphasis = profile.data ? ` · ${t(`cockpit.emphasis.${profile.data.level}`)}` : '';
  return (
    <Page
      title={`${profile.data?.name ?? t('cockpit.title')}${emphasis}`}
      path={path.filter((step) => step.organizationId !== organizationId).map((step) => ({ label: step.name, to: address(`/cockpit/${step.organizationId}`) }))}
      actions={<ViewSwitch />}
    >
      <div className="stack">
        {scope.asOf === null ? (
          <Figures organizationId={organizationId} />
        ) : (
          <PastFigures organizationId={organizationId} view={scope.view} asOf={scope.asOf} />
        )}
        <div className="two">
          <Attenuation organizationId={organizationId} asOf={scope.asOf} />
          <RequestsOnTime organizationId={organizationId} asOf={scope.asOf} />
        </div>
      </div>
    </Page>
  );
}

/** Each service answers its own figures; one that is away leaves the others standing. */
function useFigures(organizationId: string) {
  const client = useQueryClient();
  const { scope } = useScope();
  const input = { organizationId, view: scope.view };
  const options = { keep: true, pollSeconds: usePollSeconds() };
  const parts = [
    { context: 'organizations', query: useRead('figuresOfOrganizations', input, options) },
    { context: 'members', query: useRead('figuresOfMembers', input, options) },
  ] as const;
  useLive([`metric:${organizationId}`], () => void refresh(client, ['figuresOfOrganizations', 'figuresOfMembers']));
  return {
    metrics: parts.flatMap(({ query }) => query.data?.items ?? []),
    missing: parts.filter(({ query }) => query.data === undefined && query.error !== null),
    pending: parts.every(({ query }) => query.data === undefined && query.error === null),
    receivedAt: Math.min(...parts.flatMap(({ query }) => (query.answer ? [query.answer.receivedAt] : []))),
  };
}

function Figures({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const address = useAddress();
  const words = useMetricWords();
  const [params, setParams] = useSearchParams();
  const { metrics, missing, pending, receivedAt } = useFigures(organizationId);
  const chosen = metrics.find(({ metric }) => metric === params.get('m')) ?? metrics[0];
  const lag = Math.max(0, ...metrics.map(({ lagSeconds }) => lagSeconds));
  if (pending) return <Skeleton lines={6} />;
  return (
    <>
      {missing.map(({ context, query }) => (
        <ProblemPanel key={context} error={query.error} onRetry={() => void query.refetch()} compact />
      ))}
      <StaleBand lagSeconds={lag} staleReads={0} />
      <div className="figures">
        {metrics.map(({ metric, value }) => (
          <Figure
            key={metric}
            label={words(metric).name}
            value={value}
            to={address(...listOf(metric, organizationId))}
            definition={words(metric).definition}
            tone={metric.endsWith('overdue') ? 'danger' : 'plain'}
          />
        ))}
      </div>
      {chosen === undefined ? (
        <Forbidden />
      ) : (
        <Panel title={t('cockpit.children')} extra={<Freshness receivedAt={receivedAt} lagSeconds={lag} />}>
          <Breakdown
            metrics={metrics}
            chosen={chosen}
            onChoose={(metric) => setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), m: metric }), { replace: true })}
          />
        </Panel>
      )}
    </>
  );
}
