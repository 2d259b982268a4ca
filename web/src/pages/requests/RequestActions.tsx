import { requestAnswers, requestOffices } from '@zhitong/catalogue/codes-link.ts';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { read } from '../../api/client.ts';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { Existing, Seen } from '../../ui/forms/use-act.ts';
import { instant } from '../../ui/formats.ts';
import { useWord } from '../../ui/StateTag.tsx';
import type { Request } from './RequestPage.tsx';

const changes = ['getRequest', 'listRequests', 'todo', 'inboxCounts'] as const;

/** What this organization may do next: the holder's acts, the submitter's, the common superior's. */
export function RequestActions({ request, organizationId }: { request: Request; organizationId: string }) {
  const { can } = useSession();
  const existing = useExisting(request, organizationId);
  return (
    <>
      {request.holder?.organizationId === organizationId && can('request.handle') ? <HolderActions request={request} existing={existing} /> : null}
      {request.submitterId === organizationId && can('request.submit') ? <SubmitterActions request={request} existing={existing} /> : null}
      {request.commonSuperiorId === organizationId && request.reroutesLeft === 0 && can('request.handle') ? (
        <DecideHolder request={request} existing={existing} />
      ) : null}
    </>
  );
}

interface Props {
  readonly request: Request;
  readonly existing: Existing;
}

/** Every act on a request is a decision by its state, holder and clock: when these have changed, they are looked at again. */
function useExisting(request: Request, organizationId: string): Existing {
  const { t } = useTranslation();
  const word = useWord();
  const seen = ({ version, state, holderName, dueAt }: Request): Seen => ({
    version,
    values: {},
    facts: {
      [t('requests.columns.state')]: word('requestState', state),
      [t('requests.columns.holder')]: holderName ?? '—',
      [t('requests.columns.due')]: instant(dueAt),
    },
  });
  const { requestId } = request;
  return { ...seen(request), latest: async () => seen((await read('getRequest', { requestId, organizationId })).data) };
}

function useFields(): Record<'reason' | 'to' | 'office', FieldSpec> {
  const { t } = useTranslation();
  return {
    reason: { name: 'reason', kind: 'area', label: t('requests.act.reason'), required: true },
    to: { name: 'to', kind: 'organization', city: true, label: t('requests.act.to'), required: true },
    office: { name: 'office', kind: 'code', set: 'requestOffice', codes: requestOffices.values, label: t('requests.act.office') },
  };
}

function HolderActions({ request: { requestId, state, reroutesLeft }, existing }: Props) {
  const { t } = useTranslation();
  const { reason, to, office } = useFields();
  const address = useAddress();
  const navigate = useNavigate();
  const toAccept = state === 'routed' || state === 'reopened';
  const working = state === 'accepted';
  return (
    <>
      {toAccept ? (
        <CommandButton primary act={{ command: 'acceptRequest', label: t('requests.act.accept'), input: () => ({ requestId }), changes, existing }} />
      ) : null}
      {working ? (
        <CommandButton
          primary
          act={{
            command: 'answerRequest',
            label: t('requests.act.answer'),
            changes,
            existing,
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
            existing,
          }}
        />
      ) : null}
      {(toAccept || working) && reroutesLeft > 0 ? (
        <CommandButton
          act={{
            command: 'rerouteRequest',
            label: t('requests.act.reroute'),
            changes,
            existing,
            fields: [to, office, reason],
            consequences: t('requests.reroutesLeft', { count: reroutesLeft }),
            input: (values) => ({
              requestId,
              toOrganizationId: values.text('to'),
              office: values.optionalCode(requestOffices, 'office'),
              reason: values.text('reason'),
            }),
            // Whoever passed it on reads it no longer.
            onDone: () => void navigate(address('/requests')),
          }}
        />
      ) : null}
    </>
  );
}

function SubmitterActions({ request: { requestId, state }, existing }: Props) {
  const { t } = useTranslation();
  const { reason } = useFields();
  return (
    <>
      {state === 'answered' ? (
        <>
          <CommandButton primary act={{ command: 'confirmRequest', label: t('requests.act.confirm'), input: () => ({ requestId }), changes, existing }} />
          <CommandButton
            act={{
              command: 'reopenRequest',
              label: t('requests.act.reopen'),
              fields: [reason],
              input: (values) => ({ requestId, reason: values.text('reason') }),
              changes,
              existing,
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
            existing,
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
            existing,
          }}
        />
      ) : null}
    </>
  );
}

function DecideHolder({ request: { requestId }, existing }: Props) {
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
        existing,
        input: (values) => ({ requestId, toOrganizationId: values.text('to'), office: values.optionalCode(requestOffices, 'office') }),
      }}
    />
  );
}
