import { attendanceMarks } from '@zhitong/catalogue/codes-meetings.ts';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { FormValues } from '../../ui/forms/values.ts';
import { instant } from '../../ui/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { useSentence } from '../../ui/words.ts';
import { changes } from './changes.ts';
import { useOptions, type Meeting } from './words.tsx';

/** Who belongs to a meeting and how each takes part. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const list = useList('listAttendance', { meetingId: meeting.meetingId });
  return (
    <Panel title={t('meetings.attendance')} extra={<Arrived meeting={meeting} />}>
      <DataTable
        id="attendance"
        caption={t('meetings.attendance')}
        list={list}
        columns={useColumns(meeting, list.rows ?? [])}
        rowKey={({ personId }) => personId}
      />
    </Panel>
  );
}

/** Expected, come, and whether more than half of those who may vote are here. */
function Arrived({ meeting: { expected, entitled, attendance } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const come = attendance.present + attendance.remote;
  const enough = 2 * come > entitled;
  return (
    <span className="row">
      <span>{t('meetings.expected', { expected, entitled })}</span>
      <strong data-testid="arrived">{t('meetings.arrived', { count: come })}</strong>
      <Tag tone={enough ? 'ok' : 'warn'} icon={enough ? 'check' : 'clock'}>
        {t(enough ? 'meetings.quorum' : 'meetings.noQuorum')}
      </Tag>
    </span>
  );
}

type Attendee = Row<'listAttendance'>;

function useColumns(meeting: Meeting, rows: readonly Attendee[]): readonly Column<Attendee>[] {
  const { t } = useTranslation();
  const { can } = useSession();
  const name = usePersonNames(rows.map(({ personId }) => personId));
  const acts: readonly Column<Attendee>[] = can('meeting.keep')
    ? [{ key: 'act', title: '', width: 6, fixed: true, render: (row) => <Tick meeting={meeting} attendee={row} name={name(row.personId) ?? '…'} /> }]
    : [];
  return [
    { key: 'person', title: t('meetings.person'), fixed: true, render: ({ personId }) => name(personId) ?? '…' },
    { key: 'entitled', title: t('meetings.entitled'), width: 6, render: ({ entitled }) => (entitled ? '✓' : '—') },
    { key: 'mark', title: t('meetings.mark'), width: 8, render: (row) => <Mark attendee={row} /> },
    { key: 'recordedAt', title: t('meetings.recordedAt'), width: 14, render: (row) => <Noted attendee={row} /> },
    ...acts,
  ];
}

function Mark({ attendee: { mark, lateScannedAt } }: { attendee: Attendee }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (lateScannedAt !== null)
    return (
      <Tag tone="warn" icon="clock">
        {t('meetings.late', { at: instant(lateScannedAt) })}
      </Tag>
    );
  return <>{mark === null ? '—' : sentence('meetings.marks', mark)}</>;
}

function Noted({ attendee: { means, recordedAt, corrected } }: { attendee: Attendee }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (means === null) return <>—</>;
  return (
    <>
      {instant(recordedAt)} <span className="quiet">{corrected ? t('meetings.corrected') : sentence('meetings.means', means)}</span>
    </>
  );
}

/** An officer's tick until the minutes are confirmed; then a correction from above. */
function Tick({ meeting: { meetingId, organizationId, state }, attendee: { personId, mark }, name }: { meeting: Meeting; attendee: Attendee; name: string }) {
  const { t } = useTranslation();
  const options = useOptions();
  const { grant } = useSession();
  const corrects = state === 'confirmed';
  if (state === 'cancelled' || (corrects && grant.organizationId === organizationId)) return null;
  const act = { label: t(corrects ? 'meetings.act.correct' : 'meetings.act.tick'), consequences: name, changes, initial: { mark: mark ?? 'present' } };
  const fields: readonly FieldSpec[] = [
    { name: 'mark', kind: 'choice', options: options('marks', attendanceMarks.values), label: t('meetings.mark'), required: true },
    { name: 'reason', kind: 'text', label: t('meetings.reason'), required: corrects },
  ];
  const marked = (values: FormValues) => ({ meetingId, personId, mark: values.code(attendanceMarks, 'mark') });
  return corrects ? (
    <CommandButton small act={{ ...act, command: 'correctAttendance', fields, input: (values) => ({ ...marked(values), reason: values.text('reason') }) }} />
  ) : (
    <CommandButton small act={{ ...act, command: 'recordAttendance', fields, input: (values) => ({ ...marked(values), reason: values.optional('reason') }) }} />
  );
}
