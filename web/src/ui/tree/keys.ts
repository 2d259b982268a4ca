import { useRef, useState, type KeyboardEvent } from 'react';
import type { Line, TreeChild } from './model.ts';

interface Keys {
  readonly lines: readonly Line[];
  readonly selected: string;
  readonly onSelect: (node: TreeChild) => void;
  readonly toggle: (id: string) => void;
  readonly load: (id: string, cursor?: string) => void;
  readonly reveal: (at: number) => void;
}
const idOf = (line: Line | undefined) => (line?.type === 'node' ? line.node.organizationId : undefined);
const typeAheadPause = 700;

/** Arrows, Home, End, Enter and type-ahead, as in the ARIA tree pattern; the tree itself keeps the focus. */
export function useTreeKeys({ lines, selected, onSelect, toggle, load, reveal }: Keys) {
  const [at, setAt] = useState<string>(selected);
  const typed = useRef({ text: '', since: 0 });
  const index = Math.max(
    0,
    lines.findIndex((line) => idOf(line) === at),
  );
  const line = lines[index];

  const go = (to: number) => {
    const next = idOf(lines[Math.min(lines.length - 1, Math.max(0, to))]);
    const more = lines[to];
    if (more?.type === 'more') load(more.parent, more.cursor);
    if (next === undefined) return;
    setAt(next);
    reveal(to);
  };
  const typeAhead = (letter: string) => {
    const { text, since } = typed.current;
    const now = Date.now();
    typed.current = { text: now - since < typeAheadPause ? text + letter : letter, since: now };
    const found = lines.findIndex((one, place) => place >= index && one.type === 'node' && one.node.name.startsWith(typed.current.text));
    if (found >= 0) go(found);
  };
  const inward = () => (line?.type === 'node' && line.node.children > 0 && !line.open ? toggle(line.node.organizationId) : go(index + 1));
  const outward = () => {
    if (line?.type !== 'node') return;
    if (line.open) toggle(line.node.organizationId);
    else if (line.parent !== null) go(lines.findIndex((one) => idOf(one) === line.parent));
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(index + 1),
    ArrowUp: () => go(index - 1),
    ArrowRight: inward,
    ArrowLeft: outward,
    Home: () => go(0),
    End: () => go(lines.length - 1),
    Enter: () => (line?.type === 'node' ? onSelect(line.node) : undefined),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const move = moves[event.key];
    if (move !== undefined) move();
    else if (event.key.length === 1 && event.key !== ' ') typeAhead(event.key);
    else return;
    event.preventDefault();
  };
  return { active: `node-${idOf(line) ?? ''}`, onKeyDown };
}
