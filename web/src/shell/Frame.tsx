import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Icon } from '../ui/Icon.tsx';
import type { TextSize } from '../tokens.ts';
import { Header } from './Header.tsx';
import { IdleWarning } from './IdleWarning.tsx';
import { menuOf, type Group } from './menu.ts';
import { useAddress, useScope } from './scope.ts';
import { useSession } from './session.tsx';

interface Props {
  readonly size: TextSize;
  readonly onSize: (size: TextSize) => void;
  readonly children: React.ReactNode;
}

export function Frame({ size, onSize, children }: Props) {
  const { t } = useTranslation();
  const { grant } = useSession();
  const [narrow, setNarrow] = useState(false);
  return (
    <div className={narrow ? 'frame frame-narrow' : 'frame'}>
      <a className="skip" href="#main">
        {t('ui.skip')}
      </a>
      <Header size={size} onSize={onSize} />
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
  const label = t(`shell.menu.${group.word}`);
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
            <NavLink to={address(path)} className="side-link" title={t(`shell.menu.${word}`)}>
              <span>{t(`shell.menu.${word}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </li>
  );
}

function AsOfBand() {
  const { t } = useTranslation();
  const { scope, change } = useScope();
  if (scope.asOf === null) return null;
  return (
    <p className="band band-info" role="status">
      <Icon name="clock" />
      {t('shell.asOfBand', { date: scope.asOf })}
      <button type="button" className="text-button" onClick={() => change({ asOf: null })}>
        {t('shell.backToToday')}
      </button>
    </p>
  );
}
