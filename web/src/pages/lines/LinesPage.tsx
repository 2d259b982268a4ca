import { codeList } from '@zhitong/kernel';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { ViewSwitch } from '../organizations/ViewSwitch.tsx';
import { InCell, Unsettled } from './CellLists.tsx';
import { Matrix, measures, type Measure } from './Matrix.tsx';

const shown = codeList(...measures);

/** P09: who is managed by which line, and stands in which place. */
export default function LinesPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { organizationId, view } = useScope().scope;
  const { values, set } = useFilters('measure', 'line', 'place', 'unsettled');
  const measure: Measure = values.measure !== undefined && shown.has(values.measure) ? values.measure : 'organizations';
  const query = useRead('lineMatrix', { organizationId, view });
  return (
    <Page title={t('lines.title')} actions={<ViewSwitch />}>
      <div className="stack">
        <p className="quiet">{t('lines.hint')}</p>
        <Panel
          title={t('lines.matrix')}
          extra={
            <Segmented
              aria-label={t('lines.measure')}
              value={measure}
              onChange={(chosen) => set({ measure: chosen === 'organizations' ? undefined : chosen })}
              options={measures.map((value) => ({ value, label: t(`lines.${value}`) }))}
            />
          }
        >
          <Loading of={query} lines={8}>
            {(answer) => (
              <div className="stack">
                <div className="figures">
                  <Figure label={t('lines.organizations')} value={answer.organizations} to={address('/orgs/lines')} />
                  <Figure
                    label={t('lines.unsettled')}
                    value={answer.unsettled}
                    to={address('/orgs/lines', { 'f.unsettled': 'true' })}
                    definition={t('lines.unsettledHint')}
                    tone="warn"
                  />
                </div>
                <Matrix of={answer} measure={measure} scopeId={organizationId} />
              </div>
            )}
          </Loading>
        </Panel>
        {values.unsettled === 'true' ? <Unsettled /> : <InCell />}
      </div>
    </Page>
  );
}
