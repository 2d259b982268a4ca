import { useTranslation } from 'react-i18next';
import { zh } from '../../i18n/zh/index.ts';

type Known = keyof typeof zh.cockpit.metrics;
const isKnown = (metric: string): metric is Known => metric in zh.cockpit.metrics;

/** Name and definition of a metric; one that is younger than this page stands for itself. */
export function useMetricWords(): (metric: string) => { readonly name: string; readonly definition: string } {
  const { t } = useTranslation();
  // Metric codes hold a dot, which is the separator of keys.
  const metrics: Readonly<Record<string, { readonly name: string; readonly definition: string }>> = t('cockpit.metrics', { returnObjects: true });
  return (metric) => (isKnown(metric) ? (metrics[metric] ?? zh.cockpit.metrics[metric]) : { name: metric, definition: '' });
}
