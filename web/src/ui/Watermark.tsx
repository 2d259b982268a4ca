import { useSession } from '../shell/session.tsx';
import { today } from './formats.ts';

/** Account and day behind lists of persons: a photograph of the screen says whose it was. */
export function Watermark() {
  const { session } = useSession();
  const mark = `${session.displayName ?? ''} ${session.personId.slice(-6)} ${today()}`;
  const tile = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><text x="20" y="110" transform="rotate(-18 160 90)" font-size="15" fill="#1F2329" fill-opacity="0.06">${escape(mark)}</text></svg>`;
  return <div className="watermark" aria-hidden="true" style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(tile)}")` }} />;
}

const escape = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
