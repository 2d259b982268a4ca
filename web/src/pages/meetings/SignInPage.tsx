import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { instant } from '../../ui/formats.ts';
import { Loading } from '../../ui/Panel.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { useSentence } from '../../ui/words.ts';
import { changes } from './changes.ts';
import { MeetingState, useKinds } from './words.tsx';

/** H2: a member finds the own meetings and signs in by the code in the room. */
export default function SignInPage() {
  const { t } = useTranslation();
  const query = useRead('ownMeetings', {});
  return (
    <Page title={t('meetings.sign')}>
      <p className="quiet">{t('meetings.signHint')}</p>
      <Loading of={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t('meetings.none')}</p>
          ) : (
            <ul>
              {items.map((meeting) => (
                <OwnMeeting key={meeting.meetingId} meeting={meeting} />
              ))}
            </ul>
          )
        }
      </Loading>
    </Page>
  );
}

function OwnMeeting({ meeting: { meetingId, title, kinds: of, startsAt, state, mark } }: { meeting: Output<'ownMeetings'>['items'][number] }) {
  const { t } = useTranslation();
  const kinds = useKinds();
  const sentence = useSentence();
  const may = state === 'held' && (mark === null || mark === 'leave');
  return (
    <li className="todo-row">
      <span className="todo-what">
        <strong>{title || kinds(of)}</strong>
        <span className="quiet">
          {kinds(of)} · {instant(startsAt)}
        </span>
      </span>
      {mark === null ? (
        <MeetingState state={state} />
      ) : (
        <Tag tone={mark === 'present' ? 'ok' : 'info'} icon={mark === 'present' ? 'check' : 'info'}>
          {mark === 'present' ? t('meetings.signed') : sentence('meetings.marks', mark)}
        </Tag>
      )}
      {may ? (
        <CommandButton
          primary
          act={{
            command: 'signInToMeeting',
            label: t('meetings.sign'),
            changes,
            fields: [{ name: 'signInCode', kind: 'number', label: t('meetings.code'), required: true }],
            input: (values) => ({ meetingId, signInCode: values.text('signInCode') }),
          }}
        />
      ) : null}
    </li>
  );
}
