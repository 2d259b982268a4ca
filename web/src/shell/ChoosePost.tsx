import { useTranslation } from 'react-i18next';
import { actAs, leave, type SessionGrant } from '../api/session.ts';
import { useWord } from '../ui/StateTag.tsx';

/** Before the first post is chosen, and when the last one was taken. */
export function ChoosePost({ grants, onChosen }: { grants: readonly SessionGrant[]; onChosen: () => void }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <main className="alone stack">
      <h1>{grants.length === 0 ? t('shell.noPost.title') : t('shell.noPost.choose')}</h1>
      {grants.length === 0 ? <p>{t('shell.noPost.text')}</p> : null}
      {grants.map(({ grantId, organizationName, role }) => (
        <button key={grantId} type="button" className="button" onClick={() => void actAs(grantId).then(onChosen)}>
          {organizationName} · {word('role', role)}
        </button>
      ))}
      <button type="button" className="text-button" onClick={() => void leave()}>
        {t('shell.logout')}
      </button>
    </main>
  );
}
