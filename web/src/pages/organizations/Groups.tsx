import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { comma } from '../../i18n/comma.ts';

type Group = Output<'partyGroups'>['items'][number];
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
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t('orgProfile.groups.none')}</p>
          ) : (
            items.map((group) => (
              <Panel key={group.groupId} title={group.name} extra={can('post.change') ? <Acts organizationId={organizationId} group={group} /> : null}>
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

function SetGroup({ organizationId, group }: { organizationId: string; group?: Group }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      small={group !== undefined}
      act={{
        command: 'setPartyGroup',
        label: t(group === undefined ? 'orgProfile.groups.new' : 'orgProfile.groups.change'),
        changes,
        initial: group === undefined ? {} : { name: group.name, headId: group.headId ?? undefined, memberIds: group.memberIds },
        fields: [
          { name: 'name', kind: 'text', label: t('orgProfile.groups.name'), required: true },
          { name: 'headId', kind: 'person', label: t('orgProfile.groups.head'), required: true },
          { name: 'memberIds', kind: 'people', label: t('orgProfile.groups.members') },
        ],
        input: (values) => ({
          organizationId,
          groupId: group?.groupId,
          name: values.text('name'),
          headId: values.text('headId'),
          memberIds: values.list('memberIds'),
        }),
      }}
    />
  );
}

function Acts({ organizationId, group }: { organizationId: string; group: Group }) {
  const { t } = useTranslation();
  const { groupId, name } = group;
  return (
    <span className="row">
      <SetGroup organizationId={organizationId} group={group} />
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
