import { useId } from 'react';
import type { OwnWrite } from '../api/positions.ts';
import { StaleBand } from './Freshness.tsx';
import { ProblemPanel } from './Problem.tsx';

interface Props {
  readonly title: string;
  readonly extra?: React.ReactNode;
  readonly children: React.ReactNode;
}

export function Panel({ title, extra, children }: Props) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {extra ? <div className="panel-extra">{extra}</div> : null}
      </header>
      {children}
    </section>
  );
}

export interface Loaded<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
  readonly staleReads?: number;
  readonly own?: readonly OwnWrite[];
}

/** Each part of a page loads and fails alone. */
export function Loading<Data>({ of, lines = 3, children }: { of: Loaded<Data>; lines?: number; children: (data: Data) => React.ReactNode }) {
  if (of.data !== undefined) {
    return (
      <>
        <StaleBand lagSeconds={0} staleReads={of.staleReads ?? 0} own={of.own ?? []} />
        {children(of.data)}
      </>
    );
  }
  if (of.error !== null) return <ProblemPanel error={of.error} onRetry={() => void of.refetch()} compact />;
  return <Skeleton lines={lines} />;
}

/** Shown by the stylesheet after 200 ms: what is quicker does not flicker. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_none, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
