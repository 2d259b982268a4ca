import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/reading.ts';
import { useAddress } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Panel, Skeleton } from '../../ui/Panel.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { Breakdown } from './Breakdown.tsx';
import { listOf, type Metric } from './metrics.ts';
import { useMetricWords } from './metric-words.ts';
import { pastFigures, readReport, reports, type Report, type Reports, type Then } from './past.ts';

/** Below it each child is asked for by itself; beyond that many the list says more than bars. */
const mostChildren = 40;

/** What the past day needs is asked for once: nothing of it moves while the page is open. */
const reportQuery = (report: Report, then: Then) => ({
  queryKey: ['past', report, then],
  queryFn: ({ signal }: { signal: AbortSignal }) => readReport(report, then, signal),
  staleTime: 60_000,
});

/** The figures of the cockpit as of a past day, those the reports know; the sum is the children of that day and what stands beside them. */
export function PastFigures(then: Then) {
  const { t } = useTranslation();
  const address = useAddress();
  const words = useMetricWords();
  const [params, setParams] = useSearchParams();
  const answers = useQueries({ queries: reports.map((report) => reportQuery(report, then)) });
  const known = answers.reduce<Reports>((all, { data }) => ({ ...all, ...data }), {});
  const shown = pastFigures.filter(({ report }) => answers[reports.indexOf(report)]?.error === null);
  const chosen = shown.find(({ metric }) => metric === params.get('m')) ?? shown[0];
  const metrics = shown.map(({ metric, value }) => ({ ...blank(metric, then), value: value(known) ?? 0 }));
  return (
    <>
      {answers.map(({ error, refetch }, at) =>
        error === null ? null : <ProblemPanel key={reports[at]} error={error} onRetry={() => void refetch()} compact />,
      )}
      <div className="figures">
        {shown.map(({ metric, value }) => (
          <Figure
            key={metric}
            label={words(metric).name}
            value={value(known)}
            to={address(...listOf(metric, then.organizationId))}
            definition={words(metric).definition}
            tone={metric === 'then.overdue' ? 'danger' : 'plain'}
          />
        ))}
      </div>
      <p className="band band-info">{t('cockpit.past.missing')}</p>
      {chosen === undefined || chosen.value(known) === undefined ? null : (
        <Panel title={t('cockpit.children')}>
          <Children then={then} figure={chosen} total={chosen.value(known) ?? 0}>
            {(metric) => (
              <Breakdown
                metrics={metrics}
                chosen={metric}
                onChoose={(m) => setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), m }), { replace: true })}
              />
            )}
          </Children>
        </Panel>
      )}
    </>
  );
}

const blank = (metric: string, { organizationId, asOf }: Then): Metric => ({
  metric,
  organizationId,
  value: 0,
  own: 0,
  unlocated: 0,
  children: [],
  asOf,
  lagSeconds: 0,
});

interface ChildrenProps {
  readonly then: Then;
  readonly figure: (typeof pastFigures)[number];
  readonly total: number;
  readonly children: (metric: Metric) => React.ReactNode;
}

/** Organizations stand where they stood then; members and transfers are counted along the tree of today. */
function Children({ then, figure: { metric, report, value }, total, children }: ChildrenProps) {
  const { t } = useTranslation();
  const { organizationId, view } = then;
  const ofThatDay = report === 'structureReport';
  const founded = total > 0;
  const before = useRead('organizationTreeAsOf', { ...then, limit: 100 }, { enabled: ofThatDay && founded, keep: true });
  const today = useRead('listChildren', { organizationId, view, limit: 100 }, { enabled: !ofThatDay, keep: true });
  const below = ofThatDay && !founded ? [] : (ofThatDay ? before : today).data?.items.map((row) => ({ organizationId: row.organizationId, name: row.name }));
  const asked = below === undefined || below.length > mostChildren ? [] : below;
  const answers = useQueries({ queries: asked.map((child) => reportQuery(report, { ...then, organizationId: child.organizationId })) });
  const failed = answers.find(({ error }) => error !== null);
  if (failed !== undefined) return <ProblemPanel error={failed.error} onRetry={() => void failed.refetch()} compact />;
  if (below === undefined || answers.some(({ data }) => data === undefined)) return <Skeleton lines={6} />;
  if (below.length > mostChildren) return <p className="quiet">{t('cockpit.past.many', { count: below.length })}</p>;
  const parts = below.map((child, at) => ({ ...child, value: value(answers[at]?.data ?? {}) ?? 0 }));
  const own = total - parts.reduce((sum, part) => sum + part.value, 0);
  return children({ ...blank(metric, then), value: total, own, children: parts });
}
