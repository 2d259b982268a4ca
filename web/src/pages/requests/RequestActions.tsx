import { requestAnswers, requestOffices } from '@zhitong/catalogue/codes-link.ts';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { Request } from './RequestPage.tsx';

const changes = ['getRequest', 'listRequests', 'todo', 'inboxCounts'] as const;

/** What this organization may do next: the holder's acts, the submitter's, the common superior's. */
export function RequestActions({ request, organizationId }: { request: Request; organizationId: string }) {
  const { can } = useSession();
  return (
    <>
      {request.holder?.organizationId === organizationId && can('request.handle') ? <HolderActions request={request} /> : null}
      {request.submitterId === organizationId && can('request.submit') ? <SubmitterActions request={request} /> : null}
      {request.commonSuperiorId === organizationId && request.reroutesLeft === 0 && can('request.handle') ? <DecideHolder request={request} /> : null}
    </>
  );
}

function useFields(): Record<'reason' | 'to' | 'office', FieldSpec> {
  const { t } = useTranslation();
  return {
    reason: { name: 'reason', kind: 'area', label: t('requests.act.reason'), required: true },
    to: { name: 'to', kind: 'organization', label: t('requests.act.to'), required: true },
    office: { name: 'office', kind: 'code', set: 'requestOffice', codes: requestOffices.values, label: t('requests.act.office') },
  };
}

function HolderActions({ request: { requestId, state, version, reroutesLeft } }: { request: Request }) {
  const { t } = useTranslation();
  const { reason, to, office } = useFields();
  const toAccept = state === 'routed' || state === 'reopened';
  const working = state === 'accepted';
  return (
    <>
      {toAccept ? (
        <CommandButton primary act={{ command: 'acceptRequest', label: t('requests.act.accept'), input: () => ({ requestId }), changes, ifMatch: version }} />
      ) : null}
      {working ? (
        <CommandButton
          primary
          act={{
            command: 'answerRequest',
            label: t('requests.act.answer'),
            changes,
            ifMatch: version,
            fields: [
              { name: 'answer', kind: 'code', set: 'requestAnswer', codes: requestAnswers.values, label: t('requests.act.kind'), required: true },
              { name: 'text', kind: 'area', max: 5_000, label: t('requests.act.text'), required: true },
              { name: 'plannedOn', kind: 'date', label: t('requests.act.plannedOn') },
            ],
            input: (values) => ({
              requestId,
              answer: values.code(requestAnswers, 'answer'),
              text: values.text('text'),
              plannedOn: values.optional('plannedOn'),
            }),
          }}
        />
      ) : null}
      {working ? (
        <CommandButton
          act={{
            command: 'pauseRequest',
            label: t('requests.act.pause'),
            fields: [reason],
            input: (values) => ({ requestId, reason: values.text('reason') }),
            changes,
            ifMatch: version,
          }}
        />
      ) : null}
      {(toAccept || working) && reroutesLeft > 0 ? (
        <CommandButton
          act={{
            command: 'rerouteRequest',
            label: t('requests.act.reroute'),
            changes,
            ifMatch: version,
            fields: [to, office, reason],
            consequences: t('requests.reroutesLeft', { count: reroutesLeft }),
            input: (values) => ({
              requestId,
              toOrganizationId: values.text('to'),
              office: values.optionalCode(requestOffices, 'office'),
              reason: values.text('reason'),
            }),
          }}
        />
      ) : null}
    </>
  );
}

function SubmitterActions({ request: { requestId, state, version } }: { request: Request }) {
  const { t } = useTranslation();
  const { reason } = useFields();
  return (
    <>
      {state === 'answered' ? (
        <>
          <CommandButton
            primary
            act={{ command: 'confirmRequest', label: t('requests.act.confirm'), input: () => ({ requestId }), changes, ifMatch: version }}
          />
          <CommandButton
            act={{
              command: 'reopenRequest',
              label: t('requests.act.reopen'),
              fields: [reason],
              input: (values) => ({ requestId, reason: values.text('reason') }),
              changes,
              ifMatch: version,
            }}
          />
        </>
      ) : null}
      {state === 'waitingForSubmitter' ? (
        <CommandButton
          primary
          act={{
            command: 'resumeRequest',
            label: t('requests.act.resume'),
            changes,
            ifMatch: version,
            fields: [{ name: 'note', kind: 'area', max: 2_000, label: t('requests.act.note') }],
            input: (values) => ({ requestId, note: values.optional('note') }),
          }}
        />
      ) : null}
      {['submitted', 'routed', 'accepted', 'waitingForSubmitter'].includes(state) ? (
        <CommandButton
          act={{
            command: 'withdrawRequest',
            label: t('requests.act.withdraw'),
            consequences: t('requests.act.withdraw'),
            input: () => ({ requestId }),
            changes,
            ifMatch: version,
          }}
        />
      ) : null}
    </>
  );
}

function DecideHolder({ request: { requestId, version } }: { request: Request }) {
  const { t } = useTranslation();
  const { to, office } = useFields();
  return (
    <CommandButton
      primary
      act={{
        command: 'decideRequestHolder',
        label: t('requests.act.decide'),
        fields: [to, office],
        changes,
        ifMatch: version,
        input: (values) => ({ requestId, toOrganizationId: values.text('to'), office: values.optionalCode(requestOffices, 'office') }),
      }}
    />
  );
}
