import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Output } from '../../api/client.ts';
import type { OwnWrite } from '../../api/positions.ts';
import { refresh, useRead } from '../../api/reading.ts';
import { useCommand } from '../../api/writing.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useLookedAtAs } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { Deadline } from '../../ui/Deadline.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { instant, number } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Tag, Word } from '../../ui/StateTag.tsx';
import { useQuarter } from '../guides/quarter.ts';
import { IssuerActions, ReceiverActions } from './DirectiveActions.tsx';
import { DirectiveText } from './DirectiveText.tsx';
import { Progress } from './Progress.tsx';
import { Reach } from './Reach.tsx';
import { Receipts } from './Receipts.tsx';
import { comma } from '../../i18n/comma.ts';

export type Directive = Output<'getDirective'>;

export default function DirectivePage() {
  const { t } = useTranslation();
  const { directiveId = '' } = useParams();
  const { organizationId, acting } = useLookedAtAs();
  const address = useAddress();
  const client = useQueryClient();
  const query = useRead('getDirective', { directiveId, organizationId }, { pollSeconds: usePollSeconds() });
  useLive([`directive:${directiveId}`], () => void refresh(client, ['getDirective', 'directiveProgress', 'listReceipts']));
  const directive = query.data && withOwnStep(query.data, query.own);
  const ours = directive?.issuerId === organizationId;
  const preview = useDraftPreview(ours ? directive : undefined);
  useOpened(acting ? directive : undefined, organizationId);
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={directive?.title ?? t('directives.detail')}
      path={[{ label: t('directives.title'), to: address('/directives') }]}
      actions={
        directive === undefined || !acting ? null : ours ? (
          <IssuerActions directive={directive} reach={preview.data} />
        ) : (
          <ReceiverActions directive={directive} organizationId={organizationId} />
        )
      }
    >
      <Loading of={{ ...query, data: directive }} lines={8}>
        {(found) => (
          <div className="stack">
            <Head directive={found} />
            <div className="two">
              <DirectiveText directive={found} />
              <Supplements directive={found} />
            </div>
            {found.scope !== null && ours ? <Reach query={preview} complete /> : null}
            {found.state !== 'draft' && (ours || found.receipt === null || found.receipt.informedOnly) ? (
              <>
                <Progress directiveId={directiveId} organizationId={organizationId} reports={found.reportDueAt !== null} />
                <Receipts directiveId={directiveId} organizationId={organizationId} issuer={ours && acting} />
              </>
            ) : null}
          </div>
        )}
      </Loading>
    </Page>
  );
}

/** The own signature counts at once: it can be laid over an answer that does not know of it yet. */
function withOwnStep(directive: Directive, own: readonly OwnWrite[]): Directive {
  const { receipt, directiveId } = directive;
  const signed = own.some(({ command, id }) => command === 'acknowledgeDirective' && id === directiveId);
  const before = receipt?.state === 'delivered' || receipt?.state === 'opened' || receipt?.state === 'pending';
  return receipt !== null && signed && before ? { ...directive, receipt: { ...receipt, state: 'acknowledged' } } : directive;
}

/** Who issues a draft, often another than who wrote it, sees whom it reaches and burdens. */
function useDraftPreview(draft: Directive | undefined) {
  const { issuerId = '', kind = 'notice', scope = null, topicCode = null } = draft ?? {};
  const asked = { issuerId, kind, scope: JSON.stringify(scope), topicCode: topicCode ?? undefined };
  return useRead('previewDirective', asked, { enabled: scope !== null });
}

/** Reading the text is the second step of a receipt: it is recorded once, for the whole organization. */
function useOpened(directive: Directive | undefined, organizationId: string) {
  const { can } = useSession();
  const { run } = useCommand('openDirective', { changes: ['getDirective', 'listInbox', 'inboxCounts'] });
  const told = useRef(false);
  const unread = directive?.receipt?.state === 'delivered' && !directive.receipt.informedOnly && can('directive.acknowledge');
  const directiveId = directive?.directiveId;
  useEffect(() => {
    if (!unread || told.current || directiveId === undefined) return;
    told.current = true;
    void run({ directiveId, organizationId });
  }, [unread, directiveId, organizationId, run]);
}

function GuideLink({ id }: { id: string }) {
  const { t } = useTranslation();
  return <Link to={useAddress()(`/guides/${id}`)}>{t('guides.detail')}</Link>;
}

function Head({ directive }: { directive: Directive }) {
  const { t } = useTranslation();
  const { kind, state, issuerId, issuedAt, acknowledgeDueAt, reportDueAt, addressees, textVersion, receipt, urgent, recallReason } = directive;
  const { directiveId, guide, askedAgainReason } = directive;
  const quarter = useQuarter();
  return (
    <Panel
      title={t('directives.detail')}
      extra={
        <>
          {urgent ? (
            <Tag tone="danger" icon="warning">
              {t('directives.urgent')}
            </Tag>
          ) : null}
          <StateTag set="directiveState" code={state} />
        </>
      }
    >
      <Facts
        of={[
          [t('directives.columns.issuer'), <OrganizationName key="issuer" id={issuerId} />],
          [t('directives.columns.kind'), <Word key="kind" set="directiveKind" code={kind} />],
          ...(guide === null
            ? []
            : [
                [t('guides.quarter'), quarter(guide.quarter)] as const,
                [t('guides.topics'), guide.topicCodes.join(comma())] as const,
                ...(state === 'draft' ? [] : [[t('guides.use'), <GuideLink key="use" id={directiveId} />] as const]),
              ]),
          [t('directives.columns.issuedAt'), `${instant(issuedAt)} · ${t('directives.version', { version: textVersion })}`],
          [t('directives.columns.addressees'), number(addressees)],
          [t('directives.columns.dueAt'), <Deadline key="due" dueAt={acknowledgeDueAt} since={issuedAt} />],
          ...(reportDueAt === null ? [] : [[t('directives.columns.reportDueAt'), <Deadline key="report" dueAt={reportDueAt} since={issuedAt} />] as const]),
          ...(askedAgainReason === null ? [] : [[t('directives.form.reason'), t(`directives.askedAgain.${askedAgainReason}`)] as const]),
          ...(receipt === null
            ? []
            : [
                [
                  t('directives.columns.receipt'),
                  receipt.informedOnly ? t('directives.act.informedOnly') : <StateTag key="receipt" set="receiptState" code={receipt.state} />,
                ] as const,
              ]),
        ]}
      />
      {recallReason === null ? null : <p className="band band-warn">{t('directives.recalledBecause', { reason: recallReason })}</p>}
      {receipt?.remindedAt ? <p className="band band-info">{t('directives.remindedAt', { time: instant(receipt.remindedAt) })}</p> : null}
      {receipt?.returnReason ? <p className="band band-warn">{t('directives.returnReason', { reason: receipt.returnReason })}</p> : null}
    </Panel>
  );
}

function Supplements({ directive: { supplements } }: { directive: Directive }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('directives.supplements')}>
      {supplements.length === 0 ? <p className="quiet">{t('directives.noSupplements')}</p> : null}
      {supplements.map(({ directiveId, organizationId, level, note, forwardedAt }) => (
        <div key={directiveId + organizationId}>
          <p className="row">
            <Word set="level" code={level} />
            <OrganizationName id={organizationId} />
            <span className="quiet">{instant(forwardedAt)}</span>
          </p>
          <p className="prose">{note ?? t('directives.destroyed')}</p>
        </div>
      ))}
    </Panel>
  );
}
