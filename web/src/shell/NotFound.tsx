import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '../api/problem.ts';
import { Page } from './Page.tsx';

/** Out of scope and non-existent answer the same: what was read before is not shown any longer. */
export const isMissing = (error: unknown): boolean => error instanceof ApiError && error.problem.status === 404;

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('shell.notFound.title')}>
      <div className="empty">
        <p>{t('shell.notFound.text')}</p>
        <Link to="/home">{t('shell.notFound.home')}</Link>
      </div>
    </Page>
  );
}
