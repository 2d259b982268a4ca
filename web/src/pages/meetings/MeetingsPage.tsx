import { meetingKinds, meetingStates } from '@zhitong/catalogue/codes-meetings.ts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { instant, number, today } from '../../ui/formats.ts';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { QuarterGuide, useTopicField } from '../guides/QuarterGuide.tsx';
import { changes } from './changes.ts';
import { ThemeDay } from './ThemeDay.tsx';
import { MeetingState, useKinds, useOptions } from './words.tsx';

/** P12: meetings of one organization, the last one first. */
export default function MeetingsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddress();
  const options = useOptions();
  const { can } = useSession();
  const { organizationId } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('state');
  const list = useList('listMeetings', { organizationId, state: codeIn(meetingStates, values.state) }, { topics: [`meetings:${organizationId}`] });
  return (
    <Page title={t('meetings.title')} actions={can('meeting.keep') ? <Plan organizationId={organizationId} /> : null}>
      <div className="two">
        <DataTable
          id="meetings"
          caption={t('meetings.title')}
          list={list}
          columns={useColumns()}
          rowKey={({ meetingId }) => meetingId}
          filtered={filtered}
          onClearFilters={clear}
          onOpen={({ meetingId }) => void navigate(address(`/meetings/${meetingId}`))}
          filters={
            <FilterBy
              label={t('meetings.state')}
              value={values.state}
              onChange={(state) => set({ state })}
              options={[...options('states', meetingStates.values)]}
            />
          }
        />
        <div className="stack aside">
          <ThemeDay organizationId={organizationId} />
          <QuarterGuide organizationId={organizationId} />
        </div>
      </div>
    </Page>
  );
}

function useColumns(): readonly Column<Row<'listMeetings'>>[] {
  const { t } = useTranslation();
  const kinds = useKinds();
  const address = useAddress();
  return [
    {
      key: 'name',
      title: t('meetings.name'),
      fixed: true,
      render: ({ meetingId, title }) => <Link to={address(`/meetings/${meetingId}`)}>{title || '—'}</Link>,
    },
    { key: 'kind', title: t('meetings.kind'), render: (row) => kinds(row.kinds) },
    { key: 'startsAt', title: t('meetings.startsAt'), width: 10, render: ({ startsAt }) => instant(startsAt) },
    { key: 'state', title: t('meetings.state'), width: 8, render: ({ state }) => <MeetingState state={state} /> },
    { key: 'attendance', title: t('meetings.attendance'), width: 6, align: 'end', render: ({ attendance }) => number(attendance.present + attendance.remote) },
  ];
}

function Plan({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const options = useOptions();
  const navigate = useNavigate();
  const address = useAddress();
  const topics = useTopicField(organizationId, today());
  const groups = useRead('partyGroups', { organizationId }).data?.items ?? [];
  return (
    <CommandButton
      primary
      act={{
        command: 'planMeeting',
        label: t('meetings.plan'),
        changes,
        initial: { date: today(), time: '15:00' },
        fields: [
          { name: 'kinds', kind: 'choice', many: true, options: options('kinds', meetingKinds.values), label: t('meetings.kind'), required: true },
          { name: 'title', kind: 'text', label: t('meetings.name'), required: true },
          { name: 'date', kind: 'date', label: t('meetings.date'), required: true },
          { name: 'time', kind: 'time', label: t('meetings.time'), required: true },
          { name: 'agenda', kind: 'area', max: 4000, label: t('meetings.agenda'), hint: t('meetings.agendaHint') },
          ...(groups.length === 0
            ? []
            : [
                {
                  name: 'groupId',
                  kind: 'choice',
                  options: groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
                  label: t('meetings.group'),
                } as const,
              ]),
          ...topics,
          { name: 'reason', kind: 'text', label: t('meetings.lateReason') },
        ],
        input: (values) => ({
          organizationId,
          kinds: values.codes(meetingKinds, 'kinds'),
          groupId: values.optional('groupId'),
          startsAt: `${values.text('date')}T${values.text('time')}:00+08:00`,
          title: values.text('title'),
          agenda: values.optional('agenda'),
          topicCodes: values.list('topicCodes'),
          reason: values.optional('reason'),
        }),
        onDone: ({ id }) => void navigate(address(`/meetings/${id}`)),
      }}
    />
  );
}
