import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Props {
  readonly title: string;
  /** From the outside in, without the page itself. */
  readonly path?: readonly { readonly label: string; readonly to: string }[];
  readonly actions?: React.ReactNode;
  readonly children: React.ReactNode;
}

export function Page({ title, path = [], actions, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('ui.app')}`;
  }, [title, t]);
  return (
    <>
      <header className="page-head">
        <div>
          {path.length === 0 ? null : (
            <nav aria-label={t('shell.breadcrumb')}>
              <ol className="crumbs">
                {path.map(({ label, to }) => (
                  <li key={to}>
                    <Link to={to}>{label}</Link>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1>{title}</h1>
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </>
  );
}
