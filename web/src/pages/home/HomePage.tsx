import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { menuOf } from '../../shell/menu.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Deadline } from '../../ui/Deadline.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { dateOf, today } from '../../ui/formats.ts';
import { Freshness } from '../../ui/Freshness.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { useWord } from '../../ui/StateTag.tsx';
import { LeaderLife } from './LeaderLife.tsx';
import { OwnRecord } from './OwnRecord.tsx';

export default function HomePage() {
  const { t } = useTranslation();
  const { can, grant } = useSession();
  const client = useQueryClient();
  useLive(can('directive.read') ? [`inbox:${grant.organizationId}`] : [], () => void refresh(client, ['todo', 'inboxCounts']));
  return (
    <Page title={t('home.title')}>
      <div className="stack">
        {can('directive.read') ? (
          <>
            <Counts organizationId={grant.organizationId} />
            <Todo organizationId={grant.organizationId} />
          </>
        ) : (
          <Doors />
        )}
        <LeaderLife />
        {grant.role === 'member' ? <OwnRecord /> : null}
      </div>
    </Page>
  );
}

type Entry = Output<'todo'>['entries'][number];

/** Figures over directives and requests together: their list is the part of the to-do they count. */
const parts = ['toAnswer', 'dueIn48h', 'overdue'] as const;
type Part = (typeof parts)[number];
const tones = { toAnswer: 'plain', dueIn48h: 'warn', overdue: 'danger' } as const;
const soon = 48 * 3_600_000;

function isIn(part: Part, { group, subject, action, overdue, dueAt }: Entry): boolean {
  const held = action === 'accept' || action === 'answer';
  const counted = subject === 'directive' || (subject === 'request' && held);
  if (group !== 'waiting' || dueAt === null || !counted) return false;
  if (part === 'toAnswer') return held;
  return part === 'overdue' ? overdue : !overdue && Date.parse(dueAt) - Date.now() <= soon;
}

const boxes = ['unread', 'toAcknowledge', 'toReport', 'overdueBelow'] as const;

function Counts({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const address = useAddress();
  const { data } = useRead('inboxCounts', { organizationId }, { pollSeconds: usePollSeconds() });
  const inbox = (box: string) => address('/directives', { tab: 'inbox', 'f.box': box, scope: undefined });
  const todo = (part: Part) => address('/home', { show: part });
  return (
    <div className="figures">
      {boxes.map((box) => (
        <Figure key={box} label={t(`home.counts.${box}`)} value={data?.[box]} to={inbox(box)} tone={box === 'overdueBelow' ? 'danger' : 'plain'} />
      ))}
      {parts.map((part) => (
        <Figure key={part} label={t(`home.counts.${part}`)} value={data?.[part]} to={todo(part)} tone={tones[part]} />
      ))}
    </div>
  );
}

const groups = ['overdue', 'today', 'waiting', 'unfinished', 'coming'] as const;

function groupOf({ overdue, dueAt, group }: Entry): (typeof groups)[number] {
  if (group === 'waiting' && overdue) return 'overdue';
  return group === 'waiting' && dueAt !== null && dateOf(dueAt) === today() ? 'today' : group;
}

function Todo({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const part = parts.find((one) => one === params.get('show'));
  const query = useRead('todo', { organizationId, limit: 100 }, { pollSeconds: usePollSeconds() });
  const found = query.data?.entries ?? [];
  const names = useOrganizationNames(found.map(({ otherOrganizationId }) => otherOrganizationId));
  const people = usePersonNames(found.filter(isAboutLeader).map(({ id }) => id));
  return (
    <Panel title={t('shell.todo')} extra={query.answer ? <Freshness receivedAt={query.answer.receivedAt} lagSeconds={query.answer.data.lagSeconds} /> : null}>
      <Loading of={query} lines={6}>
        {({ entries: all, more }) => {
          const entries = part === undefined ? all : all.filter((entry) => isIn(part, entry));
          return (
            <>
              {part === undefined ? null : (
                <p className="band band-info">
                  {t('home.only', { part: t(`home.counts.${part}`), shown: entries.length })}
                  <button type="button" className="text-button" onClick={() => setParams({})}>
                    {t('ui.clear')}
                  </button>
                </p>
              )}
              {entries.length === 0 ? <p className="empty">{t(part === undefined ? 'home.nothing' : 'ui.empty.filtered')}</p> : null}
              {groups.map((group) => {
                const own = entries.filter((entry) => groupOf(entry) === group);
                return own.length === 0 ? null : (
                  <section key={group}>
                    <h3 className="group-title">
                      {t(`home.groups.${group}`)} <span className="quiet">{own.length}</span>
                    </h3>
                    <ul>
                      {own.map((entry) => (
                        <TodoRow
                          key={`${entry.id}${entry.action}`}
                          entry={entry}
                          other={names(entry.otherOrganizationId) ?? '…'}
                          person={isAboutLeader(entry) ? (people(entry.id) ?? '…') : null}
                        />
                      ))}
                    </ul>
                  </section>
                );
              })}
              {more ? <p className="quiet">{t('home.more')}</p> : null}
            </>
          );
        }}
      </Loading>
    </Panel>
  );
}

const isAboutLeader = ({ subject }: Entry): boolean => subject === 'leader';

/** Where an entry is done: mostly on the page of what it is about. */
function usePlace(): (entry: Entry) => string {
  const address = useAddress();
  return ({ action, subject, id }) => {
    if (action === 'recordAudit') return address('/facts', { tab: 'oversight' });
    if (action === 'inviteLeader') return address('/quota');
    if (subject === 'leader') return address('/leaders');
    return address(`/${subject}s/${id}`);
  };
}

function TodoRow({ entry, other, person }: { entry: Entry; other: string; person: string | null }) {
  const { t } = useTranslation();
  const word = useWord();
  const to = usePlace()(entry);
  const what = person === null ? (entry.title ?? word('requestTopic', entry.topicCode ?? 'other')) : t('home.leaderBehind', { name: person });
  if (entry.action === 'takePart') return <OwnRow what={what} dueAt={entry.dueAt} />;
  return (
    <li className="todo-row">
      <span className="todo-what">
        <Link to={to}>{what}</Link>
        <span className="quiet">{t(entry.group === 'unfinished' ? 'home.with' : 'home.from', { name: other })}</span>
      </span>
      <Deadline dueAt={entry.dueAt} />
      <ButtonLink to={to}>{t(`home.actions.${entry.action}`)}</ButtonLink>
    </li>
  );
}

/** What somebody does as a member is done in the members' pages. */
function OwnRow({ what, dueAt }: { what: string; dueAt: string | null }) {
  const { t } = useTranslation();
  return (
    <li className="todo-row">
      <span className="todo-what">{what}</span>
      <Deadline dueAt={dueAt} />
      <a className="button" href="/m/meetings">
        {t('home.actions.takePart')}
      </a>
    </li>
  );
}

function Doors() {
  const { t } = useTranslation();
  const { grant } = useSession();
  const entries = menuOf(grant).flatMap((group) => group.entries);
  if (entries.length === 0) return null;
  return (
    <Panel title={t('shell.mainMenu')}>
      <div className="figures">
        {entries.map(({ word, path }) => (
          <Link key={word} to={path} className="card">
            {t(`shell.menu.${word}`)}
          </Link>
        ))}
      </div>
    </Panel>
  );
}
