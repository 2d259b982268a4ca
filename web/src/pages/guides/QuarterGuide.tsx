import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { useAddress } from '../../shell/scope.ts';
import { plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { quarterCode, useQuarter } from './quarter.ts';
import { comma } from '../../i18n/comma.ts';

type Guide = Output<'quarterGuide'>['guides'][number];

/** P12: the guide of the present quarter beside the meetings, with the supplement of the district. */
export function QuarterGuide({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  const quarter = useQuarter();
  const query = useRead('quarterGuide', { organizationId });
  return (
    <Panel title={t('guides.ofQuarter')}>
      <Loading of={query} lines={3}>
        {({ guides, quarter: code, dueOn, untilOn }) =>
          guides.length === 0 ? (
            <>
              <p className="empty">{t('guides.none', { quarter: quarter(code) })}</p>
              <p className="quiet">{t('guides.dueOn', { date: plainDate(dueOn) })}</p>
            </>
          ) : (
            <>
              <p className="quiet">
                {quarter(code)} · {plainDate(untilOn)}
              </p>
              <ul className="stack">
                {guides.map((guide) => (
                  <One key={guide.directiveId} guide={guide} />
                ))}
              </ul>
            </>
          )
        }
      </Loading>
    </Panel>
  );
}

function One({ guide: { directiveId, title, supplement, topicCodes } }: { readonly guide: Guide }) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <li>
      <span className="quiet">{t(supplement ? 'guides.kinds.supplement' : 'guides.kinds.guide')}</span>{' '}
      <Link to={address(`/directives/${directiveId}`)}>{title ?? '—'}</Link>
      <p>{topicCodes.join(comma())}</p>
      <Link to={address(`/guides/${directiveId}`)}>{t('guides.use')}</Link>
    </li>
  );
}

/** Topics that a meeting of a day may cite, as the options of a field; nothing to choose from where no guide is in force. */
export function useTopicField(organizationId: string, day: string) {
  const { t } = useTranslation();
  const quarter = quarterCode(day);
  const words = useQuarter()(quarter);
  const guides = useRead('quarterGuide', { organizationId, quarter }).data?.guides ?? [];
  const codes = [...new Set(guides.flatMap(({ topicCodes }) => topicCodes))];
  const options = codes.map((value) => ({ value, label: value }));
  return codes.length === 0 ? [] : [{ name: 'topicCodes', kind: 'choice', many: true, options, label: t('guides.cites', { quarter: words }) } as const];
}
