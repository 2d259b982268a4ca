import { isBranchKind } from '@zhitong/catalogue/codes-organizations.ts';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useOrganizationNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { instant, number, plainDate } from '../../ui/formats.ts';
import { Freshness } from '../../ui/Freshness.tsx';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Tag, Word } from '../../ui/StateTag.tsx';
import { AttachedMembers } from './AttachedMembers.tsx';
import { Attributes } from './Attributes.tsx';
import { Groups } from './Groups.tsx';
import { History } from './History.tsx';
import { OrganizationActions } from './OrganizationActions.tsx';
import { Posts } from './Posts.tsx';

type Profile = Output<'getOrganization'>;

export default function OrganizationPage() {
  const { t } = useTranslation();
  const { organizationId = '' } = useParams();
  const address = useAddress();
  const { scope } = useScope();
  const { can } = useSession();
  const [params, setParams] = useSearchParams();
  const query = useRead('getOrganization', { organizationId });
  const path = (scope.view === 'line' ? query.data?.linePath : query.data?.placePath) ?? [];
  const leads = (level: Profile['level']) => query.data?.level === level && query.data.placeCode !== null;
  const tabs = [
    {
      key: 'overview',
      label: t('orgProfile.tabs.overview'),
      children: (
        <Loading of={query} lines={8}>
          {(profile) => <Overview profile={profile} />}
        </Loading>
      ),
    },
    { key: 'posts', label: t('orgProfile.tabs.posts'), children: <Posts organizationId={organizationId} describes={leads('community')} /> },
    {
      key: 'attributes',
      label: t('orgProfile.tabs.attributes'),
      children: <Attributes organizationId={organizationId} isStreet={leads('street')} isCommunity={leads('community')} />,
    },
    ...(can('member.read')
      ? [{ key: 'members', label: t('orgProfile.tabs.members'), children: <People organizationId={organizationId} kind={query.data?.kind} /> }]
      : []),
    ...(can('member.read') && query.data !== undefined && isBranchKind(query.data.kind)
      ? [{ key: 'groups', label: t('orgProfile.tabs.groups'), children: <Groups organizationId={organizationId} /> }]
      : []),
    { key: 'history', label: t('orgProfile.tabs.history'), children: <History organizationId={organizationId} /> },
  ];
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={query.data?.name ?? '…'}
      path={[
        { label: t('orgs.title'), to: address('/orgs') },
        ...path
          .filter((step) => step.organizationId !== organizationId)
          .map((step) => ({ label: step.name, to: address(`/orgs/${step.organizationId}`, { scope: undefined }) })),
      ]}
      actions={query.data && scope.asOf === null ? <OrganizationActions profile={query.data} /> : null}
    >
      <Tabs
        activeKey={params.get('tab') ?? 'overview'}
        items={tabs}
        destroyOnHidden
        onChange={(tab) => setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), tab }), { replace: true })}
      />
    </Page>
  );
}

function Overview({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <div className="stack">
      <Pending profile={profile} />
      <Panel title={profile.name} extra={<StateTag set="organizationState" code={profile.state} />}>
        <Facts
          of={[
            [t('orgs.columns.kind'), <Word key="kind" set="organizationKind" code={profile.kind} />],
            [t('orgs.columns.level'), <Word key="level" set="level" code={profile.level} />],
            [t('orgs.columns.sector'), <Word key="sector" set="sector" code={profile.sector} />],
            [t('orgProfile.line'), profile.lineParentId ? <OrganizationName key="line" id={profile.lineParentId} /> : null],
            [t('orgProfile.place'), profile.placeParentId ? <OrganizationName key="place" id={profile.placeParentId} /> : null],
            [t('orgProfile.guiding'), profile.guidingOrgId ? <OrganizationName key="guiding" id={profile.guidingOrgId} /> : null],
            // Nobody is at home in a temporary branch: how long it lasts is what counts.
            profile.endsOn === null
              ? [t('orgs.columns.members'), `${number(profile.fullMembers)} / ${number(profile.provisionalMembers)}`]
              : [t('orgs.form.endsOn'), plainDate(profile.endsOn)],
            [
              t('orgProfile.below'),
              <span key="below" className="row">
                <Link to={address('/orgs', { scope: profile.organizationId, view: 'line' })}>{t('orgProfile.lineBelow', { count: profile.lineChildren })}</Link>
                <Link to={address('/orgs', { scope: profile.organizationId, view: 'place' })}>
                  {t('orgProfile.placeBelow', { count: profile.placeChildren })}
                </Link>
              </span>,
            ],
            [t('orgProfile.approves'), profile.approvesMembers ? t('ui.yes') : t('ui.no')],
            [
              t('orgProfile.size'),
              profile.sizeBands.length === 0 ? null : (
                <span key="size" className="row">
                  {profile.sizeBands.map((band) => (
                    <Tag key={band} tone="warn" icon="warning">
                      <Word set="sizeBand" code={band} />
                    </Tag>
                  ))}
                </span>
              ),
            ],
            ...profile.sizeExceptions.map(
              ({ band, reason, reviewOn }) =>
                [
                  t('orgProfile.sizeException'),
                  <span key={band}>
                    <Word set="sizeBand" code={band} /> · {t(`orgProfile.sizeReasons.${reason}`)} · {t('orgProfile.reviewedOn', { date: plainDate(reviewOn) })}
                  </span>,
                ] as const,
            ),
          ]}
        />
      </Panel>
    </div>
  );
}

function Pending({ profile: { pendingMove, approvingOrgId, decideByAt, state } }: { profile: Profile }) {
  const { t } = useTranslation();
  const names = useOrganizationNames([pendingMove?.fromParentId, pendingMove?.toParentId, approvingOrgId]);
  const agreed = (yes: boolean) => (yes ? t('orgs.agreed') : t('orgs.notAgreed'));
  if (state === 'proposed' && approvingOrgId !== null) {
    return <p className="band band-info">{t('orgs.waiting', { name: names(approvingOrgId) ?? '…', date: instant(decideByAt) })}</p>;
  }
  if (pendingMove === null) return null;
  const { fromParentId, toParentId, effectiveOn, released, accepted } = pendingMove;
  return (
    <p className="band band-warn">
      {t('orgs.pendingMove', {
        from: names(fromParentId) ?? '…',
        to: names(toParentId) ?? '…',
        date: effectiveOn,
        released: agreed(released),
        accepted: agreed(accepted),
      })}
    </p>
  );
}

/** Members of a temporary branch are at home elsewhere. */
const People = ({ organizationId, kind }: { organizationId: string; kind: Profile['kind'] | undefined }) =>
  kind === 'temporaryBranch' ? <AttachedMembers organizationId={organizationId} /> : <Members organizationId={organizationId} />;

function Members({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const address = useAddress();
  const query = useRead('memberCounts', { organizationId });
  return (
    <Panel
      title={t('orgProfile.tabs.members')}
      extra={query.answer ? <Freshness receivedAt={query.answer.receivedAt} lagSeconds={query.answer.data.lagSeconds} /> : null}
    >
      <Loading of={query}>
        {(counts) => (
          <div className="stack">
            <p className="sentence">
              {t('orgProfile.members', {
                total: number(counts.total),
                full: number(counts.full),
                provisional: number(counts.provisional),
                suspended: number(counts.suspended),
              })}
            </p>
            <Link to={address('/members', { 'f.branch': organizationId })}>{t('orgProfile.openMembers')}</Link>
          </div>
        )}
      </Loading>
    </Panel>
  );
}
