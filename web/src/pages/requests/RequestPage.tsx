import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../api/client.ts';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useLookedAtAs } from '../../shell/scope.ts';
import { Facts } from '../../ui/Facts.tsx';
import { instant, plainDate } from '../../ui/formats.ts';
import { OrganizationName, PersonName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Tag, useWord } from '../../ui/StateTag.tsx';
import { RequestActions } from './RequestActions.tsx';
import { SlaClock } from './SlaClock.tsx';
import { Steps } from './Steps.tsx';

export type Request = Output<'getRequest'>;

export default function RequestPage() {
  const { t } = useTranslation();
  const word = useWord();
  const { requestId = '' } = useParams();
  const address = useAddress();
  const client = useQueryClient();
  const { organizationId, acting } = useLookedAtAs();
  const query = useRead('getRequest', { requestId, organizationId }, { pollSeconds: usePollSeconds() });
  useLive([`request:${requestId}`], () => void refresh(client, ['getRequest']));
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={query.data ? word('requestTopic', query.data.topicCode) : t('requests.detail')}
      path={[{ label: t('requests.title'), to: address('/requests') }]}
      actions={query.data && acting ? <RequestActions request={query.data} organizationId={organizationId} /> : null}
    >
      <Loading of={query} lines={8}>
        {(request) => (
          <div className="two">
            <div className="stack">
              <Head request={request} />
              <Panel title={t('requests.form.text')}>
                <p className={request.text === null ? 'quiet' : 'prose'}>{request.text ?? t('requests.hidden')}</p>
              </Panel>
            </div>
            <Steps request={request} />
          </div>
        )}
      </Loading>
    </Page>
  );
}

function Head({ request }: { request: Request }) {
  const { t } = useTranslation();
  const word = useWord();
  const { holder, holderName, dueAt, state, submitterName, submittedAt, officerId, coHolders, informedIds, urgent } = request;
  return (
    <Panel
      title={t('requests.clock')}
      extra={
        <>
          {urgent ? (
            <Tag tone="danger" icon="warning">
              {t('directives.urgent')}
            </Tag>
          ) : null}
          <StateTag set="requestState" code={state} />
        </>
      }
    >
      <div className="stack">
        {holder === null ? null : <p className="sentence">{t('requests.holder', { name: holderName ?? '…', office: word('requestOffice', holder.office) })}</p>}
        {dueAt === null ? null : <SlaClock of={request} />}
        {state === 'waitingForSubmitter' ? <Paused request={request} /> : null}
        {request.overdueAtTop ? <p className="band band-warn">{t('requests.overdueAtTop')}</p> : null}
        {request.confirmDueAt ? <p className="band band-info">{t('requests.confirmDue', { date: instant(request.confirmDueAt) })}</p> : null}
        {request.plannedOn ? <p className="band band-info">{t('requests.planned', { date: plainDate(request.plannedOn) })}</p> : null}
        <Facts
          of={[
            [t('requests.columns.submitter'), submitterName],
            [t('requests.columns.submitted'), instant(submittedAt)],
            [t('requests.columns.duty'), request.duty === null ? null : t(`requests.duty.${request.duty}`)],
            [t('requests.officer'), <PersonName key="officer" id={officerId} />],
            [
              t('requests.coHolders'),
              coHolders.length === 0
                ? null
                : coHolders.map(({ organizationId }) => (
                    <span key={organizationId} className="row">
                      <OrganizationName id={organizationId} plain />
                    </span>
                  )),
            ],
            [
              t('requests.informed'),
              informedIds.length === 0
                ? null
                : informedIds.map((id) => (
                    <span key={id} className="row">
                      <OrganizationName id={id} plain />
                    </span>
                  )),
            ],
          ]}
        />
      </div>
    </Panel>
  );
}

/** Why the clock stands, in the holder's words, and when it runs on by itself. */
function Paused({ request: { steps, dueAt } }: { request: Request }) {
  const { t } = useTranslation();
  const reason = steps.findLast(({ step }) => step === 'RequestPaused')?.text ?? t('requests.hidden');
  return <p className="band band-info">{t('requests.pausedBecause', { reason, date: instant(dueAt) })}</p>;
}
