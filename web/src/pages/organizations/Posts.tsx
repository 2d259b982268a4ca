import { newSecretaryReasons, removalGrounds, vacancyCauses } from '@zhitong/catalogue/codes-organizations.ts';
import { postTypes } from '@zhitong/catalogue/codes.ts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { plainDate, today } from '../../ui/formats.ts';
import { Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';
import { changes as factChanges } from './Attributes.tsx';
import { comma } from '../../i18n/comma.ts';

const seats: ReadonlySet<string> = new Set(['secretary', 'deputySecretary', 'committeeMember']);
const changes = ['listPosts', 'getOrganization', 'listOrganizations', 'getOrganizationHistory'] as const;

export function Posts({ organizationId, describes }: { organizationId: string; describes: boolean }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [held, setHeld] = useState<'yes' | 'no'>('yes');
  const list = useList('listPosts', { organizationId, held });
  return (
    <div className="table-frame">
      <Watermark />
      <DataTable
        id="posts"
        caption={t('orgProfile.tabs.posts')}
        list={list}
        columns={useColumns(list.rows ?? [], held === 'yes', describes)}
        rowKey={({ postId }) => postId}
        toolbar={
          <>
            <Segmented
              aria-label={t('orgProfile.post')}
              value={held}
              onChange={setHeld}
              options={[
                { value: 'yes', label: t('orgProfile.held') },
                { value: 'no', label: t('orgProfile.past') },
              ]}
            />
            {can('post.change') ? <Fill organizationId={organizationId} /> : null}
          </>
        }
      />
    </div>
  );
}

function Fill({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const reasons = newSecretaryReasons.values.map((value) => ({ value, label: t(`orgProfile.newSecretary.${value}`) }));
  return (
    <CommandButton
      act={{
        command: 'fillPost',
        label: t('orgProfile.fill'),
        changes,
        initial: { fromOn: today() },
        fields: [
          { name: 'personId', kind: 'person', label: t('orgProfile.person'), required: true },
          { name: 'type', kind: 'code', set: 'postType', codes: postTypes.values, label: t('orgProfile.post'), required: true },
          { name: 'fromOn', kind: 'date', label: t('orgProfile.since'), required: true },
          { name: 'reasonCode', kind: 'choice', options: reasons, label: t('orgProfile.reason'), hint: t('orgProfile.reasonHint') },
        ],
        input: (values) => ({
          organizationId,
          personId: values.text('personId'),
          type: values.code(postTypes, 'type'),
          fromOn: values.text('fromOn'),
          reasonCode: values.optionalCode(newSecretaryReasons, 'reasonCode'),
        }),
      }}
    />
  );
}

function useColumns(rows: readonly Row<'listPosts'>[], live: boolean, describes: boolean): readonly Column<Row<'listPosts'>>[] {
  const { t } = useTranslation();
  const names = usePersonNames(rows.map(({ personId }) => personId));
  return [
    { key: 'type', title: t('orgProfile.post'), fixed: true, render: ({ type }) => <Word set="postType" code={type} /> },
    { key: 'person', title: t('orgProfile.person'), render: ({ personId }) => names(personId) ?? '…' },
    {
      key: 'concurrent',
      title: t('orgProfile.concurrent'),
      render: ({ concurrentAs }) => concurrentAs.map((one) => t(`orgProfile.concurrentOffices.${one}`)).join(comma()) || '—',
    },
    { key: 'from', title: t('orgProfile.since'), width: 9, render: ({ fromOn }) => plainDate(fromOn) },
    { key: 'until', title: t('orgProfile.until'), width: 9, render: ({ vacatedOn }) => plainDate(vacatedOn) },
    {
      key: 'act',
      title: t('ui.actions'),
      width: describes ? 14 : 7,
      render: (row) => (live ? <PostActs row={row} describes={describes} /> : null),
    },
  ];
}

/** A post is vacated by the organization or one above; a secretary is removed by ground from above only. */
function PostActs({ row: { postId, organizationId, type }, describes }: { row: Row<'listPosts'>; describes: boolean }) {
  const { t } = useTranslation();
  const { can, grant } = useSession();
  const causes = vacancyCauses.values.map((value) => ({ value, label: t(`orgProfile.causes.${value}`) }));
  const grounds = removalGrounds.values.map((value) => ({ value, label: t(`orgProfile.grounds.${value}`) }));
  const until = { vacatedOn: today() };
  return (
    <>
      {can('post.change') ? (
        <CommandButton
          small
          act={{
            command: 'vacatePost',
            label: t('orgProfile.vacate'),
            changes,
            initial: until,
            fields: [
              { name: 'vacatedOn', kind: 'date', label: t('orgProfile.until'), required: true },
              { name: 'cause', kind: 'choice', options: causes, label: t('orgProfile.cause'), required: true },
            ],
            input: (values) => ({ postId, organizationId, vacatedOn: values.text('vacatedOn'), cause: values.code(vacancyCauses, 'cause') }),
          }}
        />
      ) : null}
      {describes && seats.has(type) && can('post.change') ? <DescribeSeat organizationId={organizationId} postId={postId} /> : null}
      {type === 'secretary' && can('organization.approve') && grant.organizationId !== organizationId ? (
        <CommandButton
          small
          act={{
            command: 'removeSecretary',
            label: t('orgProfile.remove'),
            danger: true,
            changes,
            initial: until,
            fields: [
              { name: 'vacatedOn', kind: 'date', label: t('orgProfile.until'), required: true },
              { name: 'ground', kind: 'choice', options: grounds, label: t('orgProfile.ground'), required: true },
            ],
            input: (values) => ({ postId, organizationId, removedOn: values.text('vacatedOn'), ground: values.code(removalGrounds, 'ground') }),
          }}
        />
      ) : null}
    </>
  );
}

/** ORG-30: both are said each time, because neither is shown again. */
function DescribeSeat({ organizationId, postId }: { organizationId: string; postId: string }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      small
      act={{
        command: 'setSeatAttributes',
        label: t('facts.seat.act'),
        changes: factChanges,
        consequences: t('facts.seat.hint'),
        fields: [
          { name: 'nonHukou', kind: 'switch', label: t('facts.nonHukou') },
          { name: 'collegeDiploma', kind: 'switch', label: t('facts.collegeDiploma') },
        ],
        input: (values) => ({ organizationId, postId, nonHukou: values.flag('nonHukou'), collegeDiploma: values.flag('collegeDiploma') }),
      }}
    />
  );
}
