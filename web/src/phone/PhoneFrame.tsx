import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { leave } from '../api/session.ts';
import { switchLanguage } from '../i18n/index.ts';
import { useSession } from '../shell/session.tsx';
import { TextSizes } from '../shell/TextSizes.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { forgetScan } from './scanned.ts';

/** Head with the size of the text, the page, and below it the few places there are. */
export function PhoneFrame({ children }: { children: React.ReactNode }) {
  const { t, i18n } = useTranslation();
  const { can, session } = useSession();
  const other = i18n.language === 'en-US' ? 'zh-CN' : 'en-US';
  return (
    <div className="phone-frame">
      <a className="skip" href="#main">
        {t('ui.skip')}
      </a>
      <header className="phone-head">
        <span className="phone-brand">{t('ui.app')}</span>
        <TextSizes />
      </header>
      <main id="main" className="phone-main" tabIndex={-1}>
        {children}
        <footer className="phone-foot">
          <span>{session.displayName ?? ''}</span>
          <button type="button" className="text-button" onClick={() => void switchLanguage(other)}>
            {other === 'en-US' ? 'English' : '中文'}
          </button>
          <button type="button" className="text-button" onClick={logOut}>
            {t('shell.logout')}
          </button>
        </footer>
      </main>
      <nav className="phone-tabs" aria-label={t('shell.mainMenu')}>
        <Tab to="/" icon="home" label={t('phone.home')} />
        <Tab to="/meetings" icon="clock" label={t('phone.life')} />
        {can('meeting.keep') ? <Tab to="/branch" icon="people" label={t('phone.branch')} /> : null}
      </nav>
    </div>
  );
}

/** Nothing that was scanned stays behind for whoever comes next. */
function logOut(): void {
  forgetScan();
  void leave();
}

function Tab({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <NavLink to={to} end className="phone-tab">
      <Icon name={icon} size={22} />
      <span>{label}</span>
    </NavLink>
  );
}
