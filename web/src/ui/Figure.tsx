import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { number } from './formats.ts';

interface Props {
  readonly label: string;
  /** Undefined while it is fetched. */
  readonly value: number | null | undefined;
  /** The list whose length this is. */
  readonly to: string;
  readonly definition?: string;
  readonly tone?: 'plain' | 'warn' | 'danger';
}

/** A number is a list: every figure leads to what it counts. */
export function Figure({ label, value, to, definition, tone = 'plain' }: Props) {
  const { t } = useTranslation();
  return (
    <div className={`figure figure-${value ? tone : 'plain'}`}>
      <Link to={to} className="figure-link">
        <span className="figure-label">{label}</span>
        <span className="figure-value">{value === undefined ? <span className="figure-wait" aria-label={t('ui.loading')} /> : number(value)}</span>
      </Link>
      {definition ? (
        <details className="definition">
          <summary aria-label={`${label} ${t('ui.definition')}`}>ⓘ</summary>
          <p>{definition}</p>
        </details>
      ) : null}
    </div>
  );
}
