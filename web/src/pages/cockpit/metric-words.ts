import { useTranslation } from 'react-i18next';

interface MetricWords {
  readonly name: string;
  readonly definition: string;
}

/** Name and definition of a metric; one that is younger than this page stands for itself. */
export function useMetricWords(): (metric: string) => MetricWords {
  const { t } = useTranslation();
  // Metric codes hold a dot, which is the separator of keys.
  const metrics: Readonly<Record<string, MetricWords>> = t('cockpit.metrics', { returnObjects: true });
  return (metric) => metrics[metric] ?? { name: metric, definition: '' };
}
