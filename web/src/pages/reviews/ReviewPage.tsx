import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useSubtree } from '../../shell/scope.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Listed } from './Listed.tsx';
import { Progress } from './Progress.tsx';

/** ORG-10: one structure review, and what it has come to below an organization. */
export default function ReviewPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { reviewId = '' } = useParams();
  const then = useSubtree();
  const report = useRead('reviewReport', { ...then, reviewId });
  return (
    <Page title={t('reviews.one')} path={[{ label: t('reviews.title'), to: address('/reviews') }]}>
      <div className="stack">
        <Panel title={t('reviews.progress')}>
          <Loading of={report} lines={4}>
            {(answer) => <Progress of={answer} page={`/reviews/${reviewId}`} />}
          </Loading>
        </Panel>
        <Listed reviewId={reviewId} />
      </div>
    </Page>
  );
}
