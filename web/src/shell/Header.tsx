import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { refresh, useRead } from '../api/reading.ts';
import { actAs, leave } from '../api/session.ts';
import { switchLanguage } from '../i18n/index.ts';
import { useLive, usePollSeconds } from '../live/use-live.ts';
import { DateInput } from '../ui/dates/DateInput.tsx';
import { today } from '../ui/formats.ts';
import { Icon } from '../ui/Icon.tsx';
import { useWord } from '../ui/StateTag.tsx';
import { knowsPast } from './as-of.ts';
import { PageBoundary } from './PageBoundary.tsx';
import { JobTray } from './Pages.tsx';
import { useAddress, useScope } from './scope.ts';
import { useSession } from './session.tsx';
import { TextSizes } from './TextSizes.tsx';

export function Header() {
  const { t, i18n } = useTranslation();
  const { can } = useSession();
  const other = i18n.language === 'en-US' ? 'zh-CN' : 'en-US';
  return (
    <header className="head">
      <Link to="/home" className="brand" aria-label={t('ui.appFull')}>
        <BrandMark />
        <span>{t('ui.app')}</span>
      </Link>
      <PostSwitch />
      {can('organization.read') ? <AsOf /> : null}
      <span className="head-space" />
      {can('directive.read') ? <TodoCount /> : null}
      <TextSizes />
      <Button
        type="text"
        icon={<Icon name="globe" />}
        aria-label={`${other === 'en-US' ? 'EN' : '中'} ${t('shell.language')}`}
        onClick={() => void switchLanguage(other)}
      >
        {other === 'en-US' ? 'EN' : '中'}
      </Button>
      <Account />
    </header>
  );
}

export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="6" />
      <path d="M16 6v20M16 6l-6 6M16 6l6 6M9 20h14M11 26h10" />
    </svg>
  );
}

/** Several posts per person: each act is recorded under the one chosen here. */
function PostSwitch() {
  const { t } = useTranslation();
  const word = useWord();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { session, grant } = useSession();
  const label = (one: typeof grant) => `${one.organizationName} · ${word('role', one.role)}`;
  const change = async (grantId: string) => {
    await actAs(grantId);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    await client.invalidateQueries({ queryKey: ['session'] });
    await navigate('/home');
  };
  if (session.grants.length < 2)
    return (
      <span className="post post-only" title={label(grant)}>
        {label(grant)}
      </span>
    );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [grant.grantId],
        onClick: ({ key }) => void change(key),
        items: session.grants.map((one) => ({ key: one.grantId, label: label(one) })),
      }}
    >
      <Button type="text" className="post" aria-label={`${t('shell.switchPost')}: ${label(grant)}`}>
        <span>{label(grant)}</span>
        <Icon name="down" size={14} />
      </Button>
    </Dropdown>
  );
}

function AsOf() {
  const { t } = useTranslation();
  const { scope, change } = useScope();
  const { pathname } = useLocation();
  if (!knowsPast(pathname)) return null;
  return (
    <span className="as-of">
      <span>{t('shell.asOf')}</span>
      <DateInput aria-label={t('shell.asOf')} allowClear={false} max={today()} value={scope.asOf ?? today()} onChange={(asOf) => change({ asOf })} />
    </span>
  );
}

function TodoCount() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const address = useAddress();
  const { grant } = useSession();
  const { data } = useRead('inboxCounts', { organizationId: grant.organizationId }, { pollSeconds: usePollSeconds() });
  useLive([`inbox:${grant.organizationId}`], () => void refresh(client, ['inboxCounts']));
  const count = data === undefined ? undefined : data.toAcknowledge + data.toReport + data.toAnswer;
  return (
    <>
      {data?.jobs ? (
        <PageBoundary otherwise={null}>
          <Suspense>
            <JobTray />
          </Suspense>
        </PageBoundary>
      ) : null}
      <Link to={address('/home')} className="todo-count">
        {t('shell.todo')} <strong aria-live="polite">{count ?? '·'}</strong>
      </Link>
    </>
  );
}

function Account() {
  const { t } = useTranslation();
  const { session } = useSession();
  return (
    <Dropdown trigger={['click']} menu={{ items: [{ key: 'leave', label: t('shell.logout'), icon: <Icon name="leave" /> }], onClick: () => void leave() }}>
      <Button type="text" className="account" aria-label={`${t('shell.account')}: ${session.displayName ?? session.personId}`}>
        <Icon name="person" />
        <span>{session.displayName ?? session.personId}</span>
      </Button>
    </Dropdown>
  );
}
