import { useTranslation } from 'react-i18next';
import { read, type Output } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import type { Existing, Seen } from '../../ui/forms/use-act.ts';
import { number } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { comma } from '../../i18n/comma.ts';

type All = Output<'partyGroups'>;
type Group = All['items'][number];
const changes = ['partyGroups'] as const;

/** Party groups of a branch: who heads them, who belongs to them. */
export function Groups({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const query = useRead('partyGroups', { organizationId });
  const people = query.data?.items.flatMap(({ headId, memberIds }) => [headId, ...memberIds]) ?? [];
  const name = usePersonNames(people);
  return (
    <div className="stack">
      <Watermark />
      {can('post.change') ? (
        <div className="row">
          <SetGroup organizationId={organizationId} />
        </div>
      ) : null}
      <Loading of={query} lines={4}>
        {(all) =>
          all.items.length === 0 ? (
            <p className="empty">{t('orgProfile.groups.none')}</p>
          ) : (
            all.items.map((group) => (
              <Panel
                key={group.groupId}
                title={group.name}
                extra={can('post.change') ? <Acts organizationId={organizationId} all={all} group={group} /> : null}
              >
                <p>
                  {t('orgProfile.groups.head')} {group.headId === null ? '—' : (name(group.headId) ?? '…')}
                </p>
                <p className="quiet">
                  {number(group.memberIds.length)} · {group.memberIds.map((id) => name(id) ?? '…').join(comma())}
                </p>
              </Panel>
            ))
          )
        }
      </Loading>
    </div>
  );
}

/** What a change of a group begins on: the group among all of its branch, and that it is still there. */
function useExisting(organizationId: string, all: All, { groupId, name: title }: Group): Existing {
  const { t } = useTranslation();
  const seen = ({ version, items }: All): Seen => {
    const group = items.find((one) => one.groupId === groupId);
    const values = group === undefined ? {} : { name: group.name, headId: group.headId ?? undefined, memberIds: group.memberIds };
    return { version, values, facts: { [title]: t(group === undefined ? 'orgProfile.groups.gone' : 'orgProfile.groups.kept') } };
  };
  return { ...seen(all), latest: async () => seen((await read('partyGroups', { organizationId })).data) };
}

function ChangeGroup({ organizationId, all, group }: { organizationId: string; all: All; group: Group }) {
  return <SetGroup organizationId={organizationId} groupId={group.groupId} existing={useExisting(organizationId, all, group)} />;
}

function SetGroup({ organizationId, groupId, existing }: { organizationId: string; groupId?: string; existing?: Existing }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      small={groupId !== undefined}
      act={{
        command: 'setPartyGroup',
        label: t(groupId === undefined ? 'orgProfile.groups.new' : 'orgProfile.groups.change'),
        changes,
        ...(existing === undefined ? {} : { existing, initial: existing.values }),
        fields: [
          { name: 'name', kind: 'text', label: t('orgProfile.groups.name'), required: true },
          { name: 'headId', kind: 'person', label: t('orgProfile.groups.head'), required: true },
          { name: 'memberIds', kind: 'people', label: t('orgProfile.groups.members') },
        ],
        input: (values) => ({
          organizationId,
          groupId,
          name: values.text('name'),
          headId: values.text('headId'),
          memberIds: values.list('memberIds'),
        }),
      }}
    />
  );
}

function Acts({ organizationId, all, group }: { organizationId: string; all: All; group: Group }) {
  const { t } = useTranslation();
  const { groupId, name } = group;
  return (
    <span className="row">
      <ChangeGroup organizationId={organizationId} all={all} group={group} />
      <CommandButton
        small
        act={{
          command: 'dissolvePartyGroup',
          label: t('orgProfile.groups.dissolve'),
          danger: true,
          changes,
          consequences: t('orgProfile.groups.dissolveHint', { name }),
          input: () => ({ organizationId, groupId }),
        }}
      />
    </span>
  );
}
