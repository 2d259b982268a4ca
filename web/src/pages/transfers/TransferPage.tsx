import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { instant, plainDate } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Word } from '../../ui/StateTag.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { useSentence } from '../../ui/words.ts';
import { isClosed, useTransferSentence } from './sentence.ts';
import { TransferActions } from './TransferActions.tsx';

export type Transfer = Output<'getTransfer'>;

export default function TransferPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const client = useQueryClient();
  const { transferId = '' } = useParams();
  const query = useRead('getTransfer', { transferId }, { pollSeconds: usePollSeconds() });
  const name = usePersonNames([query.data?.personId]);
  useLive([`transfer:${transferId}`], () => void refresh(client, ['getTransfer']));
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={query.data ? (name(query.data.personId) ?? t('transfers.title')) : t('transfers.title')}
      path={[{ label: t('transfers.title'), to: address('/transfers') }]}
      actions={
        query.data === undefined ? null : (
          <>
            {query.data.letterNumber === undefined ? null : (
              <ButtonLink to={address(`/transfers/${transferId}/letter`)}>{t('transfers.paper.open')}</ButtonLink>
            )}
            <TransferActions transfer={query.data} />
          </>
        )
      }
    >
      <Watermark />
      <Loading of={query} lines={8}>
        {(transfer) => (
          <div className="stack">
            <Tracker transfer={transfer} />
            <div className="two">
              <Steps transfer={transfer} />
              <Details transfer={transfer} />
            </div>
          </div>
        )}
      </Loading>
    </Page>
  );
}

function Tracker({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const sentence = useTransferSentence();
  const name = useOrganizationNames([transfer.handsId]);
  const { handsId, step, overdue } = transfer;
  const lanes = [
    ['fromBranch', transfer.fromBranchId],
    ['fromCommittee', transfer.fromCommitteeId],
    ['toCommittee', transfer.toCommitteeId],
    ['toBranch', transfer.toBranchId],
  ] as const;
  return (
    <Panel title={t('transfers.columns.day')} extra={<StateTag set="transferStep" code={step} />}>
      <div className="stack">
        <p className={overdue ? 'sentence band band-warn' : 'sentence'} role="status">
          {sentence(transfer, handsId === undefined ? '' : (name(handsId) ?? '…'))}
        </p>
        <ol className="lanes">
          {lanes.map(([lane, id]) => (
            <li
              key={lane}
              className={id !== undefined && id === handsId ? 'lane lane-current' : 'lane'}
              aria-current={id !== undefined && id === handsId ? 'step' : undefined}
            >
              <span className="quiet">{t(`transfers.lanes.${lane}`)}</span>
              <span>{id === undefined ? '—' : <OrganizationName id={id} plain />}</span>
            </li>
          ))}
        </ol>
        {isClosed(step) ? null : <p className="quiet">{t('transfers.responsible')}</p>}
      </div>
    </Panel>
  );
}

function Steps({ transfer: { steps } }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const names = useOrganizationNames(steps.map(({ organizationId }) => organizationId));
  return (
    <Panel title={t('transfers.steps')}>
      <Timeline
        entries={steps.map(({ at, type, organizationId }, index) => ({
          key: `${index}${at}`,
          when: instant(at),
          what: [sentence('transfers.events', type), organizationId === undefined ? '' : (names(organizationId) ?? '')].filter(Boolean).join(' · '),
        }))}
      />
    </Panel>
  );
}

function Details({
  transfer: { kind, requestedOn, dueOn, letterNumber, validUntil, duesPaidTo, reissued, destination, appealReason },
}: {
  transfer: Transfer;
}) {
  const { t } = useTranslation();
  return (
    <Panel title={t('transfers.title')}>
      <Facts
        of={[
          [t('transfers.columns.kind'), <Word key="kind" set="transferKind" code={kind} />],
          [t('transfers.columns.requested'), plainDate(requestedOn)],
          [t('transfers.columns.due'), plainDate(dueOn)],
          [t('transfers.wizard.duesPaidTo'), duesPaidTo],
        ]}
      />
      {destination === undefined ? null : <p>{t('transfers.destination', { place: destination })}</p>}
      {appealReason === undefined ? null : <p>{t('transfers.appealReason', { reason: appealReason })}</p>}
      {letterNumber === undefined ? null : <p>{t('transfers.letter', { number: letterNumber, until: plainDate(validUntil) })}</p>}
      {reissued === 0 ? null : <p>{t('transfers.reissued', { count: reissued })}</p>}
    </Panel>
  );
}
