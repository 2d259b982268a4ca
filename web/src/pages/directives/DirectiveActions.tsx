import { askedAgainReasons } from '@zhitong/catalogue/codes-link.ts';
import { useTranslation } from 'react-i18next';
import { read, type Output } from '../../api/client.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import type { Existing, Seen } from '../../ui/forms/use-act.ts';
import { number } from '../../ui/formats.ts';
import { useWord } from '../../ui/StateTag.tsx';
import type { Directive } from './DirectivePage.tsx';
import { useAskedAgain } from './use-asked-again.ts';

const changes = ['getDirective', 'listDirectives', 'directiveProgress', 'listReceipts', 'listInbox', 'inboxCounts', 'todo'] as const;

/** What an amendment begins on: the text, and the state and version it stands in. */
function useExisting(directive: Directive): Existing {
  const { t } = useTranslation();
  const word = useWord();
  const seen = ({ version, text, state, textVersion }: Directive): Seen => ({
    version,
    values: { text },
    facts: {
      [t('directives.columns.state')]: word('directiveState', state),
      [t('directives.text')]: t('directives.version', { version: textVersion }),
    },
  });
  const { directiveId, issuerId } = directive;
  return { ...seen(directive), latest: async () => seen((await read('getDirective', { directiveId, organizationId: issuerId })).data) };
}

interface IssuerProps {
  readonly directive: Directive;
  /** Of a draft: whom it would reach now. */
  readonly reach: Output<'previewDirective'> | undefined;
}

export function IssuerActions({ directive, reach }: IssuerProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const askedAgain = useAskedAgain();
  const existing = useExisting(directive);
  const { directiveId, state, text } = directive;
  if (!can('directive.issue')) return null;
  if (state === 'draft') {
    return (
      <CommandButton
        primary
        act={{
          command: 'issueDirective',
          label: t('directives.form.issue'),
          consequences: t('directives.form.issueConfirm', { count: number(reach?.addressees) as never }),
          fields: reach?.reportAskedBefore ? [askedAgain] : [],
          input: (values) => ({ directiveId, reasonCode: values.optionalCode(askedAgainReasons, 'reasonCode') }),
          changes,
        }}
      />
    );
  }
  if (state !== 'issued') return null;
  return (
    <>
      <CommandButton act={{ command: 'remindDirective', label: t('directives.act.remind'), input: () => ({ directiveId }), changes }} />
      <CommandButton
        act={{
          command: 'amendDirective',
          label: t('directives.act.amend'),
          changes,
          existing,
          initial: { text: text ?? '' },
          fields: [
            { name: 'text', kind: 'area', max: 20_000, label: t('directives.text'), required: true },
            { name: 'material', kind: 'switch', label: t('directives.act.material') },
            { name: 'reportDueOn', kind: 'date', label: t('directives.form.reportDueOn') },
          ],
          input: (values) => ({ directiveId, text: values.text('text'), material: values.flag('material'), reportDueOn: values.optional('reportDueOn') }),
        }}
      />
      <CommandButton
        act={{
          command: 'closeDirective',
          label: t('directives.act.close'),
          consequences: t('directives.act.closeConfirm'),
          input: () => ({ directiveId }),
          changes,
        }}
      />
      <CommandButton
        act={{
          command: 'recallDirective',
          label: t('directives.act.recall'),
          danger: true,
          changes,
          fields: [{ name: 'reason', kind: 'area', label: t('directives.act.recallReason'), required: true }],
          input: (values) => ({ directiveId, reason: values.text('reason') }),
        }}
      />
    </>
  );
}

export function ReceiverActions({
  directive: { directiveId, state, receipt, reportDueAt, forwardingAllowed },
  organizationId,
}: {
  directive: Directive;
  organizationId: string;
}) {
  const { t } = useTranslation();
  const { can } = useSession();
  if (receipt === null || receipt.informedOnly || state !== 'issued') return null;
  const step = { directiveId, organizationId };
  const toSign = receipt.state === 'delivered' || receipt.state === 'opened' || receipt.state === 'pending';
  const toReport = reportDueAt !== null && receipt.state !== 'reported';
  return (
    <>
      {toSign && can('directive.acknowledge') ? (
        <CommandButton primary act={{ command: 'acknowledgeDirective', label: t('directives.act.acknowledge'), input: () => step, changes }} />
      ) : null}
      {toReport && can('directive.acknowledge') ? (
        <CommandButton
          primary={!toSign}
          act={{
            command: 'reportDirective',
            label: t('directives.act.report'),
            changes,
            fields: [{ name: 'report', kind: 'area', max: 5_000, label: t('directives.act.reportText'), required: true }],
            input: (values) => ({ ...step, report: values.text('report') }),
          }}
        />
      ) : null}
      {forwardingAllowed && can('directive.issue') ? (
        <CommandButton
          act={{
            command: 'forwardDirective',
            label: t('directives.act.forward'),
            changes,
            fields: [{ name: 'note', kind: 'area', max: 2_000, label: t('directives.act.note'), required: true }],
            input: (values) => ({ ...step, note: values.text('note') }),
          }}
        />
      ) : null}
    </>
  );
}
