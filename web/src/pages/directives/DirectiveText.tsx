import { useTranslation } from 'react-i18next';
import { instant } from '../../ui/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { Directive } from './DirectivePage.tsx';

type Earlier = Directive['earlier'][number];

/** The text in force; once it was amended the one before it stands beside it, crossed out (LINK-08). */
export function DirectiveText({ directive: { text, textHash, textVersion, earlier, receipt } }: { directive: Directive }) {
  const { t } = useTranslation();
  const before = earlier.at(-1);
  const older = earlier.slice(0, -1);
  const current = <p className="prose">{text ?? t('directives.destroyed')}</p>;
  return (
    <Panel title={t('directives.text')}>
      {before === undefined ? (
        current
      ) : (
        <div className="versions">
          <section aria-label={t('directives.current')}>
            <h3 className="group-title">
              {t('directives.current')} · {t('directives.version', { version: textVersion })}
            </h3>
            {current}
          </section>
          <section aria-label={t('directives.replaced')}>
            <h3 className="group-title">{t('directives.replaced')}</h3>
            <Replaced text={before} />
          </section>
        </div>
      )}
      <p className="quiet">{t('directives.hash', { hash: textHash.slice(0, 12) })}</p>
      {receipt?.report ? (
        <>
          <h3 className="group-title">{t('directives.ourReport')}</h3>
          <p className="prose">{receipt.report}</p>
        </>
      ) : null}
      {older.length === 0 ? null : (
        <details>
          <summary>{t('directives.earlier')}</summary>
          {older.map((one) => (
            <Replaced key={one.textHash + one.replacedAt} text={one} />
          ))}
        </details>
      )}
    </Panel>
  );
}

function Replaced({ text: { text, textVersion, replacedAt } }: { text: Earlier }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">
        {t('directives.version', { version: textVersion })} · {t('directives.replacedAt', { time: instant(replacedAt) })}
      </p>
      <del className="prose">{text ?? t('directives.destroyed')}</del>
    </>
  );
}
