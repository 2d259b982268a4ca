import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { number } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Word } from '../../ui/StateTag.tsx';

interface Props {
  readonly query: {
    readonly data: Output<'previewDirective'> | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  readonly complete: boolean;
}

/** Whom the scope reaches and how burdened they are, before anything is sent. */
export function Reach({ query, complete }: Props) {
  const { t } = useTranslation();
  if (!complete)
    return (
      <Panel title={t('directives.form.scope')}>
        <p className="quiet">{t('directives.form.incomplete')}</p>
      </Panel>
    );
  return (
    <>
      <Panel title={t('directives.form.scope')}>
        <Loading of={query}>
          {({ addressees, informed, byLevel, firstOffenderId }) => (
            <div className="stack" aria-live="polite">
              <p className="reach">{t('directives.form.reach', { count: number(addressees) as never })}</p>
              <ul>
                {byLevel
                  .filter(({ addressees: count }) => count > 0)
                  .map(({ level, addressees: count }) => (
                    <li key={level}>
                      <Word set="level" code={level} /> {number(count)}
                    </li>
                  ))}
              </ul>
              <p className="quiet">{t('directives.form.informed', { count: number(informed) as never })}</p>
              {firstOffenderId ? (
                <p className="band band-warn">
                  <Icon name="warning" />
                  <OffenderText id={firstOffenderId} />
                </p>
              ) : null}
            </div>
          )}
        </Loading>
      </Panel>
      <Panel title={t('directives.form.burden')}>
        <Loading of={query}>
          {({ burden, reportAskedBefore }) => (
            <div className="stack">
              <p>
                {t('directives.form.burdenText', {
                  days: burden.windowDays,
                  most: number(burden.most),
                  cap: burden.cap,
                  open: number(burden.openDuties),
                  mostOpen: number(burden.mostOpenDuties),
                })}
              </p>
              {burden.secondPersonRequired ? (
                <p className="band band-warn">
                  <Icon name="warning" />
                  {t('directives.form.burdenOver')}
                </p>
              ) : null}
              {reportAskedBefore ? (
                <p className="band band-warn">
                  <Icon name="warning" />
                  {t('directives.form.askedBefore')}
                </p>
              ) : null}
            </div>
          )}
        </Loading>
      </Panel>
    </>
  );
}

function OffenderText({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <span>
      {t('directives.form.offender', { name: '' })}
      <OrganizationName id={id} plain />
    </span>
  );
}
