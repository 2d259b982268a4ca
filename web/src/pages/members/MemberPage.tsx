import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { instant, plainDate } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Tag, useWord, Word, type CodeSet } from '../../ui/StateTag.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { useSentence } from '../../ui/words.ts';
import { Revealable } from './Revealable.tsx';
import { comma } from '../../i18n/comma.ts';

type Profile = Output<'getMember'>;

export default function MemberPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { personId = '' } = useParams();
  const query = useRead('getMember', { personId });
  const member = query.data;
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={member === undefined ? t('members.profile.title') : member.erased ? t('ui.erased') : member.name}
      path={[{ label: t('members.title'), to: address('/members') }]}
      actions={member === undefined || member.erased ? null : <Actions member={member} />}
    >
      <Watermark />
      <div className="two">
        <div className="stack">
          <Loading of={query} lines={8}>
            {(profile) => <Basic profile={profile} />}
          </Loading>
          <History personId={personId} />
        </div>
        <div className="stack">
          <Loading of={query}>{(profile) => <Flags profile={profile} />}</Loading>
          <Loading of={query}>{(profile) => <Looks profile={profile} />}</Loading>
        </div>
      </div>
    </Page>
  );
}

function Actions({ member: { personId, transferOpen } }: { member: Profile }) {
  const { t } = useTranslation();
  const address = useAddress();
  const { can } = useSession();
  return (
    <>
      {can('transfer.request') && !transferOpen ? (
        <ButtonLink to={address('/transfers/new', { person: personId })}>{t('members.profile.transfer')}</ButtonLink>
      ) : null}
      {can('transfer.branch') ? <BranchActs personId={personId} /> : null}
    </>
  );
}

function BranchActs({ personId }: { personId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <CommandButton
        act={{
          command: 'attachMember',
          label: t('members.profile.attach'),
          changes: ['getMember', 'memberHistory', 'attachedMembers'],
          fields: [{ name: 'branch', kind: 'organization', city: true, label: t('members.profile.temporary'), required: true }],
          input: (values) => ({ personId, branchId: values.text('branch') }),
        }}
      />
      <CommandButton
        act={{
          command: 'issueCertificate',
          label: t('members.profile.certificate'),
          changes: ['memberHistory'],
          fields: [
            { name: 'from', kind: 'date', label: t('admin.grant.from'), required: true },
            { name: 'until', kind: 'date', label: t('admin.grant.until'), required: true },
          ],
          input: (values) => ({ personId, absentFrom: values.text('from'), absentUntil: values.text('until') }),
        }}
      />
    </>
  );
}

function Basic({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { personId, kind, state, branchId, joinedOn, fullFrom, partyAge, entitled, ageBand, phoneMasked, citizenNumberMasked, addressMasked, transferOpen } =
    profile;
  return (
    <Panel
      title={t('members.profile.basic')}
      extra={
        <>
          {transferOpen ? (
            <Tag tone="info" icon="arrows">
              {t('members.inTransfer')}
            </Tag>
          ) : null}
          <StateTag set="membershipState" code={state} />
        </>
      }
    >
      <Facts
        of={[
          [t('members.columns.branch'), <OrganizationName key="branch" id={branchId} />],
          ...(profile.temporaryBranches.length === 0
            ? []
            : [
                [
                  t('members.profile.temporary'),
                  <span key="temporary" className="row">
                    {profile.temporaryBranches.map((one) => (
                      <OrganizationName key={one.branchId} id={one.branchId} />
                    ))}
                  </span>,
                ] as const,
              ]),
          [t('members.columns.kind'), <Word key="kind" set="memberKind" code={kind} />],
          [t('members.columns.joined'), plainDate(joinedOn)],
          [t('members.columns.full'), plainDate(fullFrom)],
          ...(partyAge === undefined ? [] : [[t('members.profile.partyAgeLabel'), t('members.profile.partyAge', { years: partyAge })] as const]),
          [t('members.profile.ageBand'), ageBand],
          [t('members.columns.phone'), <Revealable key="phone" personId={personId} field="phone" masked={phoneMasked} />],
          [t('members.columns.citizen'), <Revealable key="citizen" personId={personId} field="citizenNumber" masked={citizenNumberMasked} />],
          [t('members.profile.address'), <Revealable key="address" personId={personId} field="address" masked={addressMasked} />],
          [t('members.columns.state'), entitled ? t('members.profile.entitled') : t('members.profile.notEntitled')],
        ]}
      />
    </Panel>
  );
}

/** What the code of an event is a code of. */
const setOf: Readonly<Record<string, CodeSet>> = {
  MemberRegistered: 'memberKind',
  BranchAssigned: 'assignmentCause',
  MemberAttached: 'attachmentCause',
  MemberDetached: 'attachmentCause',
  MembershipEnded: 'membershipEndKind',
  AuthorisedFlagSet: 'authorisedFlag',
  AuthorisedFlagCleared: 'authorisedFlag',
};

function History({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const word = useWord();
  const query = useRead('memberHistory', { personId, limit: 100 });
  const names = useOrganizationNames(query.data?.items.map(({ branchId }) => branchId) ?? []);
  return (
    <Panel title={t('members.profile.history')}>
      <Loading of={query} lines={5}>
        {({ items }) => (
          <Timeline
            entries={items.map(({ version, on, at, type, branchId, code }) => ({
              key: String(version),
              when: on,
              what: [
                sentence('members.events', type),
                branchId === undefined ? '' : (names(branchId) ?? '…'),
                code === undefined ? '' : word(setOf[type] ?? 'memberKind', code),
              ]
                .filter(Boolean)
                .join(' · '),
              note: t('orgProfile.history.recorded', { time: instant(at) }),
            }))}
          />
        )}
      </Loading>
    </Panel>
  );
}

function Flags({ profile: { flags } }: { profile: Profile }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('members.profile.flags')}>
      {flags.length === 0 ? <p className="quiet">{t('members.profile.noFlags')}</p> : null}
      {flags.map(({ flag, authorityId, setOn }) => (
        <p key={flag} className="row">
          <Tag tone="warn" icon="info">
            <Word set="authorisedFlag" code={flag} />
          </Tag>
          <OrganizationName id={authorityId} plain />
          <span className="quiet">{setOn}</span>
        </p>
      ))}
    </Panel>
  );
}

function Looks({ profile: { lastLooks } }: { profile: Profile }) {
  const { t } = useTranslation();
  const word = useWord();
  const names = usePersonNames(lastLooks.map(({ byPersonId }) => byPersonId));
  return (
    <Panel title={t('members.profile.looks')}>
      {lastLooks.length === 0 ? <p className="quiet">{t('members.profile.noLooks')}</p> : null}
      <Timeline
        entries={lastLooks.map(({ at, byPersonId, fields }) => ({
          key: at + byPersonId,
          when: instant(at),
          what: names(byPersonId) ?? '…',
          note: fields.map((field) => word('revealableField', field)).join(comma()),
        }))}
      />
    </Panel>
  );
}
