import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../api/client.ts';
import { refresh, useRead } from '../api/reading.ts';
import { useLive, usePollSeconds } from '../live/use-live.ts';
import { Page } from '../shell/Page.tsx';
import { useSession } from '../shell/session.tsx';
import { instant } from '../ui/formats.ts';
import { Icon } from '../ui/Icon.tsx';
import { Loading, Panel } from '../ui/Panel.tsx';
import { isAhead, isSignInOpen, MeetingCard } from './MeetingCard.tsx';

/** H1: the next meeting, and what is to be done; nothing else. */
export function HomePage() {
  const { t } = useTranslation();
  const { can, grant } = useSession();
  return (
    <Page title={t('phone.home')}>
      <div className="stack">
        <NextMeeting />
        {can('directive.read') ? <Todo organizationId={grant.organizationId} /> : null}
      </div>
    </Page>
  );
}

function NextMeeting() {
  const { t } = useTranslation();
  const query = useRead('ownMeetings', {});
  return (
    <Panel title={t('phone.nextMeeting')}>
      <Loading of={query}>
        {({ items }) => {
          // The last one comes first.
          const next = items.find(isSignInOpen) ?? items.findLast(isAhead);
          if (next === undefined) return <p className="quiet">{t('phone.noNext')}</p>;
          return (
            <div className="stack">
              <MeetingCard meeting={next} />
              {isSignInOpen(next) ? (
                <Link className="button button-primary" to="/meetings">
                  {t('meetings.sign')}
                </Link>
              ) : null}
            </div>
          );
        }}
      </Loading>
    </Panel>
  );
}

type Entry = Output<'todo'>['entries'][number];

/** Directives to acknowledge lead to their text here; the rest is done in the console. */
function Todo({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useRead('todo', { organizationId, limit: 100 }, { pollSeconds: usePollSeconds() });
  useLive([`inbox:${organizationId}`], () => void refresh(client, ['todo']));
  return (
    <Panel title={t('shell.todo')}>
      <Loading of={query} lines={4}>
        {({ entries }) => {
          const here = entries.filter(({ subject, group }) => subject === 'directive' && group === 'waiting');
          const elsewhere = entries.length - here.length;
          return (
            <>
              {entries.length === 0 ? <p className="quiet">{t('phone.nothing')}</p> : null}
              <ul className="cards">
                {here.map((entry) => (
                  <DirectiveRow key={`${entry.id}${entry.action}`} entry={entry} />
                ))}
              </ul>
              {elsewhere === 0 ? null : <a href="/app/home">{t('phone.atDesk', { count: elsewhere })}</a>}
            </>
          );
        }}
      </Loading>
    </Panel>
  );
}

function DirectiveRow({ entry: { id, title, action, dueAt, overdue } }: { entry: Entry }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link className="todo-link" to={`/directives/${id}`}>
        <span>
          <strong>{title}</strong>
          <span className={overdue ? 'todo-overdue' : 'quiet'}>
            {t(action === 'report' ? 'phone.report' : 'phone.acknowledge')} · {t(overdue ? 'phone.overdue' : 'phone.due', { at: instant(dueAt) })}
          </span>
        </span>
        <Icon name="right" />
      </Link>
    </li>
  );
}
