import { dissolutionReasons, lineReasons } from '@zhitong/catalogue/codes-organizations.ts';
import { organizationKinds } from '@zhitong/catalogue/codes.ts';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import { today } from '../../ui/formats.ts';
import { useLineReason } from './line-reasons.ts';
import { SizeException } from './SizeException.tsx';
import { SplitButton } from './SplitButton.tsx';

const changes = ['listOrganizations', 'listChildren', 'getOrganization', 'getOrganizationHistory'] as const;
type Profile = Output<'getOrganization'>;

/** What may be done to one organization, by its state and by rights. */
export function OrganizationActions({ profile }: { profile: Profile }) {
  const { can } = useSession();
  const decides = can('organization.approve');
  if (profile.state === 'proposed') return decides ? <Decide profile={profile} /> : null;
  if (profile.state !== 'active' && profile.state !== 'underReview') return null;
  return (
    <>
      {profile.pendingMove !== null && decides ? <Move profile={profile} /> : null}
      {can('organization.change') && profile.pendingMove === null ? <Relocations profile={profile} /> : null}
      {decides ? <SizeException profile={profile} changes={changes} /> : null}
      {decides && profile.endsOn !== null ? <Extend profile={profile} /> : null}
      {decides ? <Endings profile={profile} /> : null}
    </>
  );
}

function Decide({ profile: { organizationId } }: { profile: Profile }) {
  const { t } = useTranslation();
  return (
    <>
      <CommandButton primary act={{ command: 'approveOrganization', label: t('orgs.act.approve'), input: () => ({ organizationId }), changes }} />
      <CommandButton
        act={{
          command: 'refuseOrganization',
          label: t('orgs.act.refuse'),
          changes,
          fields: [{ name: 'reason', kind: 'area', label: t('orgs.form.reason'), required: true }],
          input: (values) => ({ organizationId, reason: values.text('reason') }),
        }}
      />
    </>
  );
}

function Move({ profile: { organizationId, pendingMove } }: { profile: Profile }) {
  const { t } = useTranslation();
  return (
    <>
      {pendingMove?.released ? null : (
        <CommandButton act={{ command: 'releaseOrganization', label: t('orgs.act.release'), input: () => ({ organizationId }), changes }} />
      )}
      {pendingMove?.accepted ? null : (
        <CommandButton act={{ command: 'acceptOrganization', label: t('orgs.act.accept'), input: () => ({ organizationId }), changes }} />
      )}
    </>
  );
}

function useDated() {
  const { t } = useTranslation();
  const effectiveOn: FieldSpec = { name: 'effectiveOn', kind: 'date', label: t('orgs.form.effectiveOn'), required: true };
  const parent: FieldSpec = { name: 'to', kind: 'organization', city: true, label: t('orgs.form.parent'), required: true };
  const lineReason = useLineReason();
  return { effectiveOn, parent, lineReason, initial: { effectiveOn: today() } };
}

function Consequences({ profile: { fullMembers, provisionalMembers, lineChildren, placeChildren } }: { profile: Profile }) {
  const { t } = useTranslation();
  return (
    <>
      {t('orgs.form.consequences')}: {t('orgs.form.membersCount', { count: fullMembers + provisionalMembers })},{' '}
      {t('orgs.form.childrenCount', { count: Math.max(lineChildren, placeChildren) })}
    </>
  );
}

function Relocations({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { effectiveOn, parent, lineReason, initial } = useDated();
  const { organizationId } = profile;
  const shared = { changes, initial, consequences: <Consequences profile={profile} />, fields: [parent, effectiveOn] };
  return (
    <>
      <CommandButton
        act={{
          ...shared,
          command: 'moveOrganization',
          label: t('orgs.act.move'),
          fields: [parent, effectiveOn, lineReason],
          input: (values) => ({
            organizationId,
            toParentId: values.text('to'),
            effectiveOn: values.text('effectiveOn'),
            reasonCode: values.optionalCode(lineReasons, 'reasonCode'),
          }),
        }}
      />
      <CommandButton
        act={{
          ...shared,
          command: 'relocateOrganization',
          label: t('orgs.act.relocate'),
          input: (values) => ({ organizationId, toPlaceId: values.text('to'), effectiveOn: values.text('effectiveOn') }),
        }}
      />
    </>
  );
}

/** ORG-11. */
function Extend({ profile: { organizationId, endsOn } }: { profile: Profile }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      act={{
        command: 'extendTemporaryBranch',
        label: t('orgProfile.extend'),
        changes,
        initial: { endsOn: endsOn ?? undefined },
        fields: [{ name: 'endsOn', kind: 'date', label: t('orgs.form.endsOn'), required: true }],
        input: (values) => ({ organizationId, endsOn: values.text('endsOn') }),
      }}
    />
  );
}

function Endings({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { effectiveOn, initial } = useDated();
  const reasons = dissolutionReasons.values.map((value) => ({ value, label: t(`orgs.form.dissolution.${value}`) }));
  const { organizationId } = profile;
  const shared = { changes, initial, consequences: <Consequences profile={profile} /> };
  return (
    <>
      {profile.endsOn === null ? <Changes profile={profile} /> : null}
      <CommandButton
        act={{
          ...shared,
          command: 'dissolveOrganization',
          label: t('orgs.act.dissolve'),
          danger: true,
          fields: [{ name: 'reason', kind: 'choice', options: reasons, label: t('orgs.form.reason'), required: true }, effectiveOn],
          input: (values) => ({ organizationId, reasonCode: values.code(dissolutionReasons, 'reason'), effectiveOn: values.text('effectiveOn') }),
        }}
      />
    </>
  );
}

/** Not for a temporary branch: it stays what it is until it ends (ORG-11). */
function Changes({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { effectiveOn, initial } = useDated();
  const { organizationId } = profile;
  const shared = { changes, initial, consequences: <Consequences profile={profile} /> };
  return (
    <>
      <CommandButton
        act={{
          ...shared,
          command: 'convertOrganization',
          label: t('orgs.act.convert'),
          fields: [
            { name: 'kind', kind: 'code', set: 'organizationKind', codes: organizationKinds.values, label: t('orgs.form.kind'), required: true },
            effectiveOn,
          ],
          input: (values) => ({ organizationId, kind: values.code(organizationKinds, 'kind'), effectiveOn: values.text('effectiveOn') }),
        }}
      />
      <SplitButton profile={profile} effectiveOn={effectiveOn} shared={shared} />
      <CommandButton
        act={{
          ...shared,
          command: 'mergeOrganizations',
          label: t('orgs.act.merge'),
          fields: [{ name: 'sources', kind: 'organizations', label: t('orgs.form.sources'), required: true }, effectiveOn],
          input: (values) => ({ organizationId, sourceIds: values.list('sources'), effectiveOn: values.text('effectiveOn') }),
        }}
      />
    </>
  );
}
