import type { Tone } from '../ui/StateTag.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';

interface Props {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly title: string;
  readonly about?: string;
  readonly text?: string;
  readonly children?: React.ReactNode;
}

/** How something went: icon, words and colour; the words are read out as soon as they stand. */
export function Result({ tone, icon, title, about = '', text, children }: Props) {
  return (
    <section className={`result tag-${tone}`} role="status">
      <Icon name={icon} size={56} />
      <p className="result-title">{title}</p>
      {about === '' ? null : <p>{about}</p>}
      {text === undefined ? null : <p>{text}</p>}
      {children}
    </section>
  );
}
