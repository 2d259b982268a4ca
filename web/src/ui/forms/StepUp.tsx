import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { freshLoginAddress, whenLoggedInAgain } from '../../api/logged-in-again.ts';
import { useSession } from '../../shell/session.tsx';
import { ProblemPanel } from '../Problem.tsx';

/** What was refused asks for a newer log-in: it is done in a window of its own, so that the form stays, and then sent again. */
export function StepUp({ error, onLoggedIn }: { error: unknown; onLoggedIn: () => void }) {
  const { t } = useTranslation();
  const { personId } = useSession().session;
  useEffect(() => whenLoggedInAgain(personId, onLoggedIn), [personId, onLoggedIn]);
  return (
    <>
      <ProblemPanel error={error} compact />
      <Button type="primary" onClick={logInAgain}>
        {t('ui.stepUp')}
      </Button>
    </>
  );
}

function logInAgain(): void {
  if (open(freshLoginAddress('/login?again'), '_blank', 'popup,width=480,height=720') === null)
    location.assign(freshLoginAddress(`${location.pathname}${location.search}`));
}
