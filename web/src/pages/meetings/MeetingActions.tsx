import { cancelReasons, isAdmission, motionTypes } from '@zhitong/catalogue/codes-meetings.ts';
import { useTranslation } from 'react-i18next';
import { read, type CommandName } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import type { Existing, Seen } from '../../ui/forms/use-act.ts';
import type { FormValues } from '../../ui/forms/values.ts';
import { dateOf, today } from '../../ui/formats.ts';
import { useSentence } from '../../ui/words.ts';
import { useTopicField } from '../guides/QuarterGuide.tsx';
import { changes } from './changes.ts';
import { useOptions, type Meeting } from './words.tsx';

const button = <N extends CommandName>(act: Omit<Act<N>, 'changes'>, primary = false) => <CommandButton primary={primary} act={{ ...act, changes }} />;

/** What comes next for a meeting, by where it stands. */
export function MeetingActions({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { can, grant } = useSession();
  const address = useAddress();
  const { meetingId, state, organizationId, startsAt } = meeting;
  if (!can('meeting.keep')) return null;
  const begun = Date.parse(startsAt) <= Date.now();
  const open = state === 'held' || state === 'minuted';
  return (
    <>
      {state === 'planned' && !begun ? button({ command: 'notifyMeeting', label: t('meetings.act.notify'), input: () => ({ meetingId }) }, true) : null}
      {state === 'notified' || (state === 'planned' && begun) ? <Hold meeting={meeting} /> : null}
      {state === 'planned' || state === 'notified' ? <Cancel meetingId={meetingId} /> : null}
      {meeting.open ? <ButtonLink to={address(`/meetings/${meetingId}/live`)}>{t('meetings.live')}</ButtonLink> : null}
      {open ? <Vote meeting={meeting} /> : null}
      {open ? <Minutes meeting={meeting} /> : null}
      {meeting.heldOn === null ? null : <Tag meeting={meeting} />}
      {state === 'minuted' ? button({ command: 'confirmMinutes', label: t('meetings.act.confirm'), input: () => ({ meetingId }) }, true) : null}
      {state === 'confirmed' && grant.organizationId !== organizationId ? <Minutes meeting={meeting} /> : null}
    </>
  );
}

function Hold({ meeting: { meetingId, startsAt } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const day = dateOf(startsAt);
  return button(
    {
      command: 'holdMeeting',
      label: t('meetings.act.hold'),
      initial: { heldOn: day < today() ? day : today() },
      fields: [
        { name: 'heldOn', kind: 'date', label: t('meetings.heldOn'), required: true },
        { name: 'reason', kind: 'text', label: t('meetings.lateReason') },
      ],
      input: (values) => ({ meetingId, heldOn: values.text('heldOn'), reason: values.optional('reason') }),
    },
    true,
  );
}

function Cancel({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const options = useOptions();
  return button({
    command: 'cancelMeeting',
    label: t('meetings.act.cancel'),
    danger: true,
    fields: [
      { name: 'reasonCode', kind: 'choice', options: options('cancelReasons', cancelReasons.values), label: t('meetings.cancelReason'), required: true },
    ],
    input: (values) => ({ meetingId, reasonCode: values.code(cancelReasons, 'reasonCode') }),
  });
}

/** What minutes begin on: the words that stand, and how far the meeting is. */
function useExisting(meeting: Meeting, cites: boolean): Existing {
  const { t } = useTranslation();
  const sentence = useSentence();
  const seen = ({ version, state, minutes, topicCodes }: Meeting): Seen => {
    const last = minutes.at(-1);
    const first = { done: last?.firstItem?.done ?? false, topicCode: last?.firstItem?.topicCode ?? undefined };
    const values = { text: last?.text, decisions: last?.decisions, ...first, ...(cites ? { topicCodes } : {}) };
    return { version, values, facts: { [t('meetings.state')]: sentence('meetings.states', state) } };
  };
  const { meetingId } = meeting;
  return { ...seen(meeting), latest: async () => seen((await read('getMeeting', { meetingId })).data) };
}

/** Minutes, written anew until they are confirmed; then a correction that keeps them. */
function Minutes({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { meetingId, organizationId, startsAt, heldOn, topicCodes, state } = meeting;
  const topics = useTopicField(organizationId, heldOn ?? dateOf(startsAt));
  const existing = useExisting(meeting, topics.length > 0);
  const corrects = state === 'confirmed';
  const act = {
    label: t(corrects ? 'meetings.act.correctMinutes' : 'meetings.act.minutes'),
    existing,
    initial: { ...existing.values, topicCodes },
    fields: [
      { name: 'text', kind: 'area', max: 20_000, label: t('meetings.text'), required: true },
      { name: 'decisions', kind: 'area', max: 4_000, label: t('meetings.decisions'), required: true },
      { name: 'done', kind: 'switch', label: t('meetings.firstItem') },
      { name: 'topicCode', kind: 'text', label: t('meetings.firstTopic') },
      ...topics,
    ],
  } as const;
  const reason = { name: 'reason', kind: 'text', label: t('meetings.reason'), required: true } as const;
  return corrects
    ? button({
        ...act,
        command: 'correctMinutes',
        fields: [...act.fields, reason],
        input: (values) => ({ ...minutesOf(values), reason: values.text('reason') }),
      })
    : button({ ...act, command: 'recordMinutes', input: minutesOf });

  function minutesOf(values: FormValues) {
    const topicCode = values.optional('topicCode');
    const firstItem = { done: values.flag('done'), ...(topicCode === undefined ? {} : { topicCode }) };
    const cited = topics.length === 0 ? undefined : values.list('topicCodes');
    return { meetingId, text: values.text('text'), decisions: values.text('decisions'), firstItem, topicCodes: cited };
  }
}

const figures = ['present', 'yes', 'no', 'abstain', 'written'] as const;

function Vote({ meeting: { meetingId, organizationId } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const options = useOptions();
  const consulted = (useRead('listAffairs', { organizationId, limit: 50 }).data?.items ?? []).filter(({ consultation }) => consultation !== null);
  return button({
    command: 'recordMotion',
    label: t('meetings.act.motion'),
    consequences: t('meetings.rule'),
    initial: { no: '0', abstain: '0', written: '0' },
    fields: [
      { name: 'type', kind: 'choice', options: options('types', motionTypes.values), label: t('meetings.type'), required: true },
      { name: 'personId', kind: 'person', label: t('meetings.candidate') },
      { name: 'subject', kind: 'text', label: t('meetings.subject') },
      {
        name: 'affairId',
        kind: 'choice',
        options: consulted.map(({ affairId, subject }) => ({ value: affairId, label: subject || affairId })),
        label: t('meetings.affair'),
        hint: t('meetings.affairHint'),
      },
      ...figures.map((figure) => ({ name: figure, kind: 'number', label: t(`meetings.votes.${figure}`), required: true }) as const),
    ],
    input(values) {
      const type = values.code(motionTypes, 'type');
      const [personId, subject, affairId] = ['personId', 'subject', 'affairId'].map((name) => values.optional(name));
      const votes = { present: values.count('present'), written: values.count('written'), yes: values.count('yes') };
      const others = { no: values.count('no'), abstain: values.count('abstain') };
      return { meetingId, type, personIds: isAdmission(type) && personId !== undefined ? [personId] : [], subject, affairId, ...votes, ...others };
    },
  });
}

/** Campaigns within whose days the meeting was held. */
function Tag({ meeting: { meetingId, organizationId, heldOn } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { data } = useRead('listCampaigns', { organizationId, limit: 50 });
  const options = (data?.items ?? [])
    .filter(({ fromOn, untilOn }) => heldOn !== null && fromOn <= heldOn && heldOn <= untilOn)
    .map(({ campaignId, title }) => ({ value: campaignId, label: title }));
  if (options.length === 0) return null;
  return button({
    command: 'tagCampaignMeeting',
    label: t('meetings.act.tag'),
    fields: [{ name: 'campaignId', kind: 'choice', options, label: t('meetings.campaign'), required: true }],
    input: (values) => ({ meetingId, campaignId: values.text('campaignId') }),
  });
}
