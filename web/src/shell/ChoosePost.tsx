import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { actAs, loginAddress, logOut, type SessionGrant } from '../api/session.ts';
import { useWord } from '../ui/StateTag.tsx';

/** Before the first post is chosen, and when the last one was taken. */
export function ChoosePost({ grants, onChosen }: { grants: readonly SessionGrant[]; onChosen: () => void }) {
  const { t } = useTranslation();
  const word = useWord();
  const leave = () => void logOut().then(() => location.assign(loginAddress('/app/home')));
  return (
    <main className="alone stack">
      <h1>{grants.length === 0 ? t('shell.noPost.title') : t('shell.noPost.choose')}</h1>
      {grants.length === 0 ? <p>{t('shell.noPost.text')}</p> : null}
      {grants.map(({ grantId, organizationName, role }) => (
        <Button key={grantId} size="large" onClick={() => void actAs(grantId).then(onChosen)}>
          {organizationName} · {word('role', role)}
        </Button>
      ))}
      <Button type="text" onClick={leave}>
        {t('shell.logout')}
      </Button>
    </main>
  );
}
