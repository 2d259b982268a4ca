import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Input, Output, QueryName } from '../../api/client.ts';
import type { OwnWrite } from '../../api/positions.ts';
import { useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next?: string | undefined;
  readonly total: number;
  readonly totalMore: boolean;
  readonly lagSeconds: number;
}
type ListName = { [N in QueryName]: Output<N> extends Page<unknown> ? N : never }[QueryName];
type RowOf<N extends ListName> = Output<N> extends Page<infer Row> ? Row : never;

/** What a table shows of one list. */
export interface List<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly total: number;
  readonly totalMore: boolean;
  readonly lagSeconds: number;
  readonly staleReads: number;
  /** Own acts these rows do not show yet. */
  readonly own: readonly OwnWrite[];
  readonly receivedAt: number;
  readonly error: unknown;
  readonly fetching: boolean;
  readonly refetch: () => void;
  /** Hints received since these rows were fetched: the list does not move under the cursor. */
  readonly updates: number;
  readonly size: number;
  readonly onSize: (size: number) => void;
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
}

export const pageSizes = [20, 50, 100] as const;

interface Options {
  readonly topics?: readonly string[];
  readonly enabled?: boolean;
}

const mostUpdates = 100;

/** A list by cursor whose page is kept in the address. */
export function useList<N extends ListName>(
  name: N,
  filter: Omit<Input<N>, 'limit' | 'cursor'>,
  { topics = [], enabled = true }: Options = {},
): List<RowOf<N>> {
  const paging = usePaging();
  const input = { ...filter, limit: paging.size, cursor: paging.cursor } as unknown as Input<N>;
  const { answer, data, error, isFetching, refetch, staleReads, own } = useRead(name, input, { keep: true, enabled, pollSeconds: usePollSeconds() });
  const page = data as Page<RowOf<N>> | undefined;
  const [hints, setHints] = useState<readonly number[]>([]);
  useLive(enabled ? topics : [], () => setHints((before) => [...before.slice(1 - mostUpdates), Date.now()]));
  return {
    rows: page?.items,
    total: page?.total ?? 0,
    totalMore: page?.totalMore ?? false,
    lagSeconds: page?.lagSeconds ?? 0,
    staleReads,
    own,
    receivedAt: answer?.receivedAt ?? 0,
    error: page === undefined ? error : null,
    fetching: isFetching,
    refetch: useCallback(() => void refetch(), [refetch]),
    // An answer that was asked for before the hint may not contain it.
    updates: hints.filter((at) => at >= (answer?.askedAt ?? 0)).length,
    size: paging.size,
    onSize: paging.resize,
    onNext: paging.forward(page?.next),
    onPrevious: paging.backward,
  };
}

function usePaging() {
  const [params, setParams] = useSearchParams();
  const [visited, setVisited] = useState<readonly string[]>([]);
  const cursor = params.get('cur') ?? undefined;
  const asked = Number(params.get('size'));
  const size = pageSizes.find((one) => one === asked) ?? pageSizes[0];
  const go = (change: (params: URLSearchParams) => void) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      change(after);
      return after;
    });
  const open = (to: string | undefined) => go((after) => (to ? after.set('cur', to) : after.delete('cur')));
  return {
    cursor,
    size,
    resize: (wanted: number) => {
      setVisited([]);
      go((after) => {
        after.delete('cur');
        if (wanted === pageSizes[0]) after.delete('size');
        else after.set('size', String(wanted));
      });
    },
    forward: (next: string | undefined) =>
      next === undefined
        ? null
        : () => {
            setVisited([...visited, cursor ?? '']);
            open(next);
          },
    backward:
      cursor === undefined
        ? null
        : () => {
            setVisited(visited.slice(0, -1));
            open(visited.at(-1));
          },
  };
}
