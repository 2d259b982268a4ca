import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { Tag, type Tone } from '../../ui/StateTag.tsx';

type State = Output<'getImport'>['state'];
const looks: Readonly<Record<State, readonly [Tone, IconName]>> = {
  receiving: ['info', 'clock'],
  checking: ['info', 'clock'],
  checked: ['warn', 'eye'],
  writing: ['info', 'right'],
  cancelling: ['warn', 'pause'],
  finished: ['ok', 'check'],
  cancelled: ['neutral', 'cross'],
  expired: ['neutral', 'minus'],
};

export function ImportState({ state }: { state: State }) {
  const { t } = useTranslation();
  const [tone, icon] = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`imports.states.${state}`)}
    </Tag>
  );
}
