import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Row } from '../../api/client.ts';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { Meter } from '../../ui/Deadline.tsx';
import { Dialogs } from '../../ui/forms/dialogs.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { duration, number } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ImportState } from './ImportState.tsx';

type Job = Row<'listImports'>;
const changes = ['getImport', 'listImports', 'listImportFindings'] as const;
const running: ReadonlySet<string> = new Set(['receiving', 'checking', 'writing', 'cancelling']);
const cancellable: ReadonlySet<string> = new Set(['receiving', 'checking', 'checked', 'writing']);

/** Rows dealt with so far, of those that are: while they are looked at, and while the right ones are written. */
function progressOf({ state, rows, checked, right, written, alreadyIn, refused }: Job): readonly [number, number] {
  const done = written + alreadyIn + refused;
  return done > 0 || ['writing', 'cancelling', 'finished'].includes(state) ? [done, right] : [checked, rows];
}

/** Console 3.5: what the own imports of today are at, on every page; the service keeps the account, so it is there again after a reload. */
export function JobTray() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { grant, session } = useSession();
  const tray = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const { data, dataUpdatedAt } = useRead('listImports', { organizationId: grant.organizationId, limit: 20 }, { pollSeconds: usePollSeconds() });
  const jobs = (data?.items ?? []).filter(({ openedById, state }) => openedById === session.personId && state !== 'expired');
  useLive(
    jobs.map(({ importId }) => `import:${importId}`),
    () => void refresh(client, changes),
  );
  if (jobs.length === 0) return null;
  const close = () => {
    tray.current?.removeAttribute('open');
    tray.current?.querySelector('summary')?.focus();
  };
  return (
    <details
      ref={tray}
      className="jobs"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <summary>
        {t('imports.jobs')} <strong aria-live="polite">{jobs.filter(({ state }) => running.has(state)).length}</strong>
      </summary>
      {open ? (
        <section className="panel" aria-label={t('imports.jobs')}>
          <Dialogs>
            <ul className="stack">
              {jobs.map((job) => (
                <JobLine key={job.importId} of={job} at={dataUpdatedAt} onOpen={close} />
              ))}
            </ul>
          </Dialogs>
        </section>
      ) : null}
    </details>
  );
}

function JobLine({ of: job, at, onOpen }: { readonly of: Job; readonly at: number; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const address = useAddress();
  const { importId, sheet, state, wrong } = job;
  const [done, all] = progressOf(job);
  return (
    <li className="stack">
      <div className="row">
        <Link to={address(`/imports/${importId}`)} onClick={onOpen}>
          {t('imports.of', { sheet: t(`imports.sheets.${sheet}`) })}
        </Link>
        <ImportState state={state} />
      </div>
      <Meter label={t('imports.progress')} used={done} of={all} />
      <div className="row">
        <span>{t('imports.rowsOf', { percent: all === 0 ? 100 : Math.floor((100 * done) / all), done: number(done), of: number(all) })}</span>
        {running.has(state) ? <Remaining key={state} done={done} of={all} at={at} /> : null}
        {wrong === 0 ? null : (
          <span>
            <Icon name="warning" size={14} /> {t('imports.wrong')} {number(wrong)}
          </span>
        )}
        {cancellable.has(state) ? (
          <CommandButton
            small
            act={{ command: 'cancelImport', label: t('imports.cancel'), changes, consequences: t('imports.cancelHint'), input: () => ({ importId }) }}
          />
        ) : null}
      </div>
    </li>
  );
}

/** How long the rest takes at the pace of what was done since it is looked at; nothing before anything was. */
function Remaining({ done, of, at }: { readonly done: number; readonly of: number; readonly at: number }) {
  const { t } = useTranslation();
  const [begun] = useState({ done, at });
  if (done <= begun.done) return null;
  return <span className="quiet">{t('imports.remaining', { time: duration(((of - done) * (at - begun.at)) / (done - begun.done) / 1_000) })}</span>;
}
