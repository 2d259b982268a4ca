import type { View } from '@zhitong/catalogue/codes.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../../api/client.ts';
import { Icon } from '../Icon.tsx';
import { number } from '../formats.ts';
import { ProblemPanel } from '../Problem.tsx';
import { useTreeKeys } from './keys.ts';
import { bare, linesOf, toggled, withBranch, type Forest, type Line, type TreeChild } from './model.ts';

interface Props {
  readonly root: TreeChild;
  readonly view: View;
  readonly selected: string;
  readonly onSelect: (node: TreeChild) => void;
  readonly label: string;
}

const lineHeight = 32;
const beyond = 8;

/** Loads 200 children at a time, draws only what is in sight. */
export function OrgTree({ root, view, selected, onSelect, label }: Props) {
  const { forest, error, load, toggle } = useForest(root, view);
  const lines = useMemo(() => linesOf(root, forest), [root, forest]);
  const [top, setTop] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const height = frame.current?.clientHeight ?? 640;
  const first = Math.max(0, Math.floor(top / lineHeight) - beyond);
  const shown = lines.slice(first, first + Math.ceil(height / lineHeight) + 2 * beyond);
  const keys = useTreeKeys({
    lines,
    selected,
    onSelect,
    toggle,
    load,
    reveal: (at) => frame.current?.scrollTo({ top: Math.max(0, at * lineHeight - height / 2) }),
  });
  return (
    <div className="tree" ref={frame} onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}>
      {error === null ? null : <ProblemPanel error={error} compact />}
      <div
        role="tree"
        aria-label={label}
        tabIndex={0}
        aria-activedescendant={keys.active}
        onKeyDown={keys.onKeyDown}
        style={{ blockSize: `${lines.length * lineHeight}px`, position: 'relative' }}
      >
        {shown.map((line, at) => (
          <TreeLine
            key={line.type === 'node' ? line.node.organizationId : `more-${line.parent}`}
            line={line}
            top={(first + at) * lineHeight}
            active={keys.active}
            selected={selected}
            onSelect={onSelect}
            toggle={toggle}
            load={load}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps extends Pick<Props, 'selected' | 'onSelect'> {
  readonly line: Line;
  readonly top: number;
  readonly active: string;
  readonly toggle: (id: string) => void;
  readonly load: (id: string, cursor?: string) => void;
}

function TreeLine({ line, top, active, selected, onSelect, toggle, load }: LineProps) {
  const { t } = useTranslation();
  const style = { insetBlockStart: `${top}px`, paddingInlineStart: `${line.depth * 16 + 4}px` };
  if (line.type === 'more') {
    return (
      <button type="button" className="tree-more" style={style} tabIndex={-1} onClick={() => load(line.parent, line.cursor)}>
        {t('ui.more', { left: number(line.left) })}
      </button>
    );
  }
  const { node, open } = line;
  const id = `node-${node.organizationId}`;
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={line.depth + 1}
      aria-setsize={line.of}
      aria-posinset={line.at}
      aria-selected={node.organizationId === selected}
      aria-expanded={node.children > 0 ? open : undefined}
      className={id === active ? 'tree-line tree-active' : 'tree-line'}
      style={style}
      onClick={() => onSelect(node)}
    >
      <span
        className="tree-twist"
        onClick={(event) => {
          event.stopPropagation();
          if (node.children > 0) toggle(node.organizationId);
        }}
      >
        {node.children > 0 ? <Icon name={open ? 'down' : 'right'} size={14} /> : null}
      </span>
      <span className="tree-name" title={node.name}>
        {node.name}
      </span>
      {node.children > 0 ? <span className="tree-count">{number(node.children)}</span> : null}
    </div>
  );
}

function useForest(root: TreeChild, view: View) {
  const [forest, setForest] = useState<Forest>(bare);
  const [error, setError] = useState<unknown>(null);
  const load = (organizationId: string, cursor?: string) => {
    read('listChildren', { organizationId, view, cursor, limit: 200 }).then(
      ({ data: { items, total, next } }) => setForest((before) => withBranch(before, organizationId, { children: items, total, next }, cursor !== undefined)),
      setError,
    );
  };
  useEffect(() => {
    setForest(bare);
    setError(null);
    load(root.organizationId);
    // A forest belongs to one root in one tree.
  }, [root.organizationId, view]);
  const toggle = (id: string) => (forest.loaded.has(id) ? setForest((before) => toggled(before, id)) : load(id));
  return { forest, error, load, toggle };
}
