import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { Answer, Publish } from './AffairActions.tsx';
import { useType } from './words.ts';

type Affair = Output<'getAffair'>;

/** A matter with its consultation, what was made known, and what the members objected. */
export default function AffairPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const client = useQueryClient();
  const { can } = useSession();
  const { affairId = '' } = useParams();
  const query = useRead('getAffair', { affairId }, { pollSeconds: usePollSeconds() });
  useLive([`affair:${affairId}`], () => void refresh(client, ['getAffair']));
  if (isMissing(query.error)) return <NotFound />;
  const unpublished = query.data?.publishedOn === null ? query.data : undefined;
  return (
    <Page
      title={query.data?.subject || t('affairs.title')}
      path={[{ label: t('affairs.title'), to: address('/affairs') }]}
      actions={unpublished !== undefined && can('meeting.keep') ? <Publish organizationId={unpublished.organizationId} affair={unpublished} /> : null}
    >
      <Watermark />
      <Loading of={query} lines={6}>
        {(affair) => (
          <div className="stack">
            <About affair={affair} />
            <Objections affair={affair} />
          </div>
        )}
      </Loading>
    </Page>
  );
}

function About({ affair: { type: of, consultation, text, publishedOn, untilOn } }: { affair: Affair }) {
  const { t } = useTranslation();
  const type = useType();
  return (
    <Panel title={type(of)}>
      <Facts
        of={[
          [t('affairs.consultation'), consultation && t('affairs.counts', { ...consultation })],
          [t('affairs.fromOn'), consultation && plainDate(consultation.fromOn)],
          [t('affairs.untilOn'), consultation && plainDate(consultation.untilOn)],
          [t('affairs.publishedOn'), plainDate(publishedOn)],
          [t('affairs.shownUntil'), plainDate(untilOn)],
        ]}
      />
      {text === null ? null : <p>{text}</p>}
    </Panel>
  );
}

function Objections({ affair: { affairId, objections } }: { affair: Affair }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const name = usePersonNames(objections.map(({ personId }) => personId));
  return (
    <Panel title={t('affairs.objections')}>
      {objections.length === 0 ? <p className="empty">{t('affairs.noObjections')}</p> : null}
      <ul>
        {objections.map(({ objectionId, personId, text, objectedOn, answer }) => (
          <li key={objectionId} className="todo-row">
            <span className="todo-what">
              <strong>{text}</strong>
              <span className="quiet">
                {name(personId) ?? '…'} · {plainDate(objectedOn)}
              </span>
              {answer === null ? null : <span>{t('affairs.answered', { answer })}</span>}
            </span>
            {answer === null && can('meeting.keep') ? <Answer affairId={affairId} objectionId={objectionId} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
