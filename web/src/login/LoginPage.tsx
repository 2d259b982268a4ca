import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPhone, readMeta, type Meta, type Persona } from '../api/session.ts';
import { switchLanguage } from '../i18n/index.ts';

const order = ['city', 'district', 'street', 'community', 'line', 'branch', 'member', 'administrator', 'operations'];

/** Only an address of the console or of the phone is returned to. */
export function returnAddress(search: string): string {
  const wanted = new URLSearchParams(search).get('returnTo') ?? '';
  return /^\/app(\/|$|\?)/.test(wanted) || isPhone(wanted) ? wanted : '/app/home';
}

const loginWith = (persona?: string) =>
  `/auth/login?${new URLSearchParams({ ...(persona === undefined ? {} : { persona }), returnTo: returnAddress(location.search) }).toString()}`;

export function LoginPage() {
  const { t, i18n } = useTranslation();
  const { meta, failed, retry } = useMeta();
  const refused = new URLSearchParams(location.search).get('error');
  return (
    <div className="login">
      {meta?.devIssuer ? <header className="login-demo">{t('shell.demo')}</header> : null}
      <div className="login-body">
        <aside className="login-say" aria-label={t('ui.appFull')}>
          <svg viewBox="0 0 32 32" width="56" height="56" aria-hidden="true">
            <rect width="32" height="32" rx="6" />
            <path d="M16 6v20M16 6l-6 6M16 6l6 6M9 20h14M11 26h10" />
          </svg>
          <p className="login-name">{t('ui.appFull')}</p>
          <ul>
            {t('shell.login.promise', { returnObjects: true }).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </aside>
        <main className="login-card">
          <h1>{t('shell.login.heading')}</h1>
          <p className="quiet">{t('shell.login.intro')}</p>
          {refused === null ? null : (
            <p role="alert" className="login-problem">
              {refused === 'FORBIDDEN_ROLE'
                ? t('shell.login.noAccount')
                : refused === 'STEP_UP_REQUIRED'
                  ? t('shell.login.secondFactor')
                  : t('shell.login.refused', { code: refused })}
            </p>
          )}
          {failed ? (
            <p role="alert" className="login-problem">
              {t('shell.login.unavailable')}{' '}
              <button type="button" onClick={retry}>
                {t('ui.retry')}
              </button>
            </p>
          ) : null}
          {meta === null && !failed ? (
            <p role="status" className="quiet">
              {t('shell.login.loading')}
            </p>
          ) : null}
          {meta !== null && !meta.devIssuer ? (
            <a className="login-go" href={loginWith()}>
              {t('shell.login.sso')}
            </a>
          ) : null}
          {meta?.devIssuer ? <Personas personas={meta.personas} /> : null}
        </main>
      </div>
      <footer className="login-foot">
        <span>{meta === null ? '' : t('shell.login.version', { version: meta.version, runtime: t(`shell.login.runtimes.${meta.runtime}`) })}</span>
        <button type="button" onClick={() => void switchLanguage(i18n.language === 'en-US' ? 'zh-CN' : 'en-US')}>
          {i18n.language === 'en-US' ? '中文' : 'English'}
        </button>
      </footer>
    </div>
  );
}

function Personas({ personas }: { personas: readonly Persona[] }) {
  const { t, i18n } = useTranslation();
  const shown = personas.filter((persona) => persona.shown);
  const groups = [...new Set(shown.map(({ group }) => group))].sort((a, b) => place(a) - place(b));
  const nameOf = (group: string) => (i18n.exists(`shell.login.groups.${group}`) ? String(t(`shell.login.groups.${group}` as never)) : group);
  const titleOf = (title: string) => {
    const key = [`codes.postType.${title}`, `codes.role.${title}`].find((one) => i18n.exists(one));
    return key === undefined ? title : String(t(key as never));
  };
  return (
    <>
      <h2>{t('shell.login.pick')}</h2>
      {groups.map((group) => (
        <section key={group} className="persona-group" aria-label={nameOf(group)}>
          <h3>{nameOf(group)}</h3>
          <ul>
            {shown
              .filter((persona) => persona.group === group)
              .map(({ login, title, organizationName, description }) => (
                <li key={login}>
                  <a href={loginWith(login)} title={description}>
                    <strong>{numbered(titleOf(title), login)}</strong>
                    <span>{organizationName}</span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Two of the same office are told apart by the number of their log-in. */
const numbered = (title: string, login: string) => [title, /-(\d)$/.exec(login)?.[1]].filter((part) => part !== undefined).join(' ');

const place = (group: string) => (order.includes(group) ? order.indexOf(group) : order.length);

function useMeta() {
  const [meta, setMeta] = useState<Meta | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    readMeta(controller.signal).then(setMeta, () => controller.signal.aborted || setFailed(true));
    return () => controller.abort();
  }, [attempt]);
  const retry = () => {
    setFailed(false);
    setAttempt(attempt + 1);
  };
  return { meta, failed, retry };
}
