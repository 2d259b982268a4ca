import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loginAddress, readSession } from '../api/session.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useSession } from './session.tsx';

const warnBefore = 120_000;
const signs = ['pointerdown', 'keydown'] as const;
/** The server's own clock is asked to run on while the person works, also when a page sends nothing. */
const sayAliveEvery = 60_000;

/** Two minutes before the session ends it says so; what is typed stays, the address returns after log-in. */
export function IdleWarning() {
  const { t } = useTranslation();
  const { left, stay } = useIdle();
  if (left === null) return null;
  return (
    <Dialog title={t('shell.idle.title')} okText={t('shell.idle.stay')} onOk={stay} onCancel={stay} cancelButtonProps={{ hidden: true }}>
      <p role="timer">{t('shell.idle.text', { seconds: left })}</p>
    </Dialog>
  );
}

function useIdle() {
  const { session } = useSession();
  const [left, setLeft] = useState<number | null>(null);
  const [since, setSince] = useState(() => Date.now());
  const stay = () => {
    setLeft(null);
    setSince(Date.now());
    void readSession();
  };
  useEffect(() => {
    let seen = since;
    let told = since;
    const alive = () => {
      seen = Date.now();
      if (seen - told < sayAliveEvery) return;
      told = seen;
      void readSession();
    };
    const watch = setInterval(() => {
      const rest = seen + session.idleSeconds * 1_000 - Date.now();
      if (rest <= 0) location.assign(loginAddress(`${location.pathname}${location.search}`));
      setLeft(rest < warnBefore ? Math.max(0, Math.round(rest / 1_000)) : null);
    }, 1_000);
    for (const sign of signs) addEventListener(sign, alive);
    return () => {
      clearInterval(watch);
      for (const sign of signs) removeEventListener(sign, alive);
    };
  }, [session.idleSeconds, since]);
  return { left, stay };
}
