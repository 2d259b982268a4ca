import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { tellLoggedInAgain } from '../api/logged-in-again.ts';

/** Where a log-in ends that a page of the console waits for. */
export function LoggedInAgain() {
  const { t } = useTranslation();
  useEffect(() => {
    tellLoggedInAgain();
    close();
  }, []);
  return <main className="login">{t('shell.login.again')}</main>;
}
