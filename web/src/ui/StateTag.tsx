import { useTranslation } from 'react-i18next';
import type { zh } from '../i18n/zh/index.ts';
import { Icon, type IconName } from './Icon.tsx';

export type CodeSet = keyof typeof zh.codes;
export type Tone = 'ok' | 'warn' | 'danger' | 'info' | 'neutral';

/** One code can stand in several lists; what differs is listed under `set.code`. */
const tones: Readonly<Record<string, readonly [Tone, IconName]>> = {
  active: ['ok', 'check'],
  live: ['ok', 'check'],
  open: ['ok', 'check'],
  running: ['ok', 'check'],
  full: ['ok', 'check'],
  acknowledged: ['ok', 'check'],
  reported: ['ok', 'check'],
  confirmed: ['ok', 'check'],
  assigned: ['ok', 'check'],
  issued: ['info', 'right'],
  delivered: ['info', 'right'],
  accepted: ['info', 'clock'],
  routed: ['info', 'right'],
  requested: ['info', 'clock'],
  senderApproved: ['info', 'right'],
  letterIssued: ['info', 'right'],
  opened: ['info', 'eye'],
  submitted: ['info', 'right'],
  answered: ['info', 'check'],
  proposed: ['warn', 'clock'],
  underReview: ['warn', 'clock'],
  merging: ['warn', 'arrows'],
  provisional: ['info', 'clock'],
  waitingForSubmitter: ['warn', 'pause'],
  reopened: ['warn', 'refresh'],
  reportReturned: ['warn', 'refresh'],
  returned: ['warn', 'refresh'],
  dueSoon: ['warn', 'clock'],
  awaitingFirst: ['warn', 'clock'],
  dueForOrganization: ['warn', 'clock'],
  covered: ['ok', 'check'],
  trained: ['ok', 'check'],
  overdue: ['danger', 'warning'],
  electionCalled: ['info', 'right'],
  expired: ['danger', 'warning'],
  failing: ['danger', 'warning'],
  paused: ['warn', 'pause'],
  suspended: ['danger', 'warning'],
  refused: ['danger', 'cross'],
  disabled: ['danger', 'cross'],
  autoClosed: ['neutral', 'minus'],
  draft: ['neutral', 'minus'],
  pending: ['neutral', 'clock'],
};

interface Props {
  readonly set: CodeSet;
  readonly code: string;
}

/** A code in words. A code younger than this page stands for itself. */
export function Word({ set, code }: Props) {
  return <>{useWord()(set, code)}</>;
}

export function useWord(): (set: CodeSet, code: string) => string {
  const { t, i18n } = useTranslation();
  return (set, code) => {
    const key = `codes.${set}.${code}`;
    return i18n.exists(key) ? String(t(key as never)) : code;
  };
}

/** State = icon + word + colour. */
export function StateTag({ set, code }: Props) {
  const [tone, icon] = tones[code] ?? ['neutral', 'minus'];
  return (
    <Tag tone={tone} icon={icon}>
      <Word set={set} code={code} />
    </Tag>
  );
}

export function Tag({ tone, icon, children }: { tone: Tone; icon: IconName; children: React.ReactNode }) {
  return (
    <span className={`tag tag-${tone}`}>
      <Icon name={icon} size={14} />
      <span>{children}</span>
    </span>
  );
}
