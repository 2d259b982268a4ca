import type { Output } from '../../api/client.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { Tag, type Tone } from '../../ui/StateTag.tsx';
import { useSentence } from '../../ui/words.ts';
import { comma } from '../../i18n/comma.ts';

export type Meeting = Output<'getMeeting'>;
type State = Meeting['state'];

const tones: Readonly<Record<State, readonly [Tone, IconName]>> = {
  planned: ['neutral', 'clock'],
  notified: ['info', 'right'],
  held: ['info', 'check'],
  minuted: ['info', 'check'],
  confirmed: ['ok', 'check'],
  cancelled: ['neutral', 'minus'],
};

export function MeetingState({ state }: { state: State }) {
  const sentence = useSentence();
  const [tone, icon] = tones[state];
  return (
    <Tag tone={tone} icon={icon}>
      {sentence('meetings.states', state)}
    </Tag>
  );
}

export function useKinds(): (kinds: readonly string[]) => string {
  const sentence = useSentence();
  return (kinds) => kinds.map((kind) => sentence('meetings.kinds', kind)).join(comma());
}

type Words = 'kinds' | 'cells' | 'states' | 'marks' | 'types' | 'cancelReasons';
/** Codes of a list as the options of a field. */
export function useOptions(): (list: Words, codes: readonly string[]) => readonly { readonly value: string; readonly label: string }[] {
  const sentence = useSentence();
  return (list, codes) => codes.map((value) => ({ value, label: sentence(`meetings.${list}`, value) }));
}
