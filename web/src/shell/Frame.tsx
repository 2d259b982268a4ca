import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useOrganizationNames } from '../api/names.ts';
import { Icon } from '../ui/Icon.tsx';
import { Header } from './Header.tsx';
import { IdleWarning } from './IdleWarning.tsx';
import { menuOf, type Group } from './menu.ts';
import { knowsPast } from './as-of.ts';
import { useAddress, useScope } from './scope.ts';
import { useSession } from './session.tsx';

export function Frame({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  const { grant } = useSession();
  const [narrow, setNarrow] = useState(false);
  const { pathname } = useLocation();
  // The menu of a narrow window is one line.
  useEffect(() => {
    document.querySelector('.side .active')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <div className={narrow ? 'frame frame-narrow' : 'frame'}>
      <a className="skip" href="#main">
        {t('ui.skip')}
      </a>
      <Header />
      <nav className="side" aria-label={t('shell.mainMenu')}>
        <ul>
          {menuOf(grant).map((group) => (
            <MenuGroup key={group.word} group={group} />
          ))}
        </ul>
        <button type="button" className="side-fold" onClick={() => setNarrow(!narrow)} aria-expanded={!narrow}>
          <Icon name={narrow ? 'right' : 'left'} />
          <span>{narrow ? t('shell.expand') : t('shell.collapse')}</span>
        </button>
      </nav>
      <main id="main" className="main" tabIndex={-1}>
        <ScopeBand />
        <AsOfBand />
        {children}
      </main>
      <IdleWarning />
    </div>
  );
}

function MenuGroup({ group }: { group: Group }) {
  const { t } = useTranslation();
  const address = useAddress();
  const { pathname } = useLocation();
  const label = t(`shell.menu.${group.word}`);
  // Where a page below another one has an entry of its own, that one alone is current.
  const isBelow = (path: string) => group.entries.some((entry) => entry.path.startsWith(`${path}/`) && pathname.startsWith(entry.path));
  if (group.path !== undefined) {
    return (
      <li>
        <NavLink to={address(group.path)} className="side-link side-top" title={label}>
          <Icon name={group.icon} size={18} />
          <span>{label}</span>
        </NavLink>
      </li>
    );
  }
  return (
    <li>
      <p className="side-group" title={label}>
        <Icon name={group.icon} size={18} />
        <span>{label}</span>
      </p>
      <ul>
        {group.entries.map(({ word, path }) => (
          <li key={word}>
            <NavLink to={address(path)} end={isBelow(path)} className="side-link" title={t(`shell.menu.${word}`)}>
              <span>{t(`shell.menu.${word}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Lists that cover another organization than the own say which one. */
const scoped: readonly string[] = ['/directives', '/requests', '/members', '/transfers'];

function ScopeBand() {
  const { t } = useTranslation();
  const { grant } = useSession();
  const { scope, change } = useScope();
  const shown = scoped.includes(useLocation().pathname) && scope.organizationId !== grant.organizationId;
  const name = useOrganizationNames(shown ? [scope.organizationId] : [])(scope.organizationId);
  if (!shown) return null;
  return (
    <p className="band band-info" role="status">
      <Icon name="tree" />
      {t('shell.scopeBand', { name: name ?? '…' })}
      <button type="button" className="text-button" onClick={() => change({ organizationId: grant.organizationId })}>
        {t('shell.backToOwn')}
      </button>
    </p>
  );
}

function AsOfBand() {
  const { t } = useTranslation();
  const { scope, change } = useScope();
  const past = knowsPast(useLocation().pathname);
  if (scope.asOf === null) return null;
  return (
    <p className={past ? 'band band-info' : 'band band-warn'} role="status">
      <Icon name="clock" />
      {t(past ? 'shell.asOfBand' : 'shell.asOfIgnored', { date: scope.asOf })}
      <button type="button" className="text-button" onClick={() => change({ asOf: null })}>
        {t('shell.backToToday')}
      </button>
    </p>
  );
}
