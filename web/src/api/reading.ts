import { keepPreviousData, QueryClient, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { positions, read, type Answer, type Input, type Output, type QueryName } from './client.ts';
import { pause } from './pause.ts';
import { ApiError } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.outcomeUnknown,
      retryDelay: (attempt) => 1_000 * 2 ** attempt,
    },
  },
});

/** An answer that is still behind is asked again after 1, 2 and 4 seconds; then the page says so and stops. */
const mostStaleReads = 3;
interface Read<Data> extends Answer<Data> {
  readonly staleReads: number;
}

export interface ReadOptions {
  readonly enabled?: boolean;
  /** The old rows stay while others are fetched. */
  readonly keep?: boolean;
  readonly staleTime?: number;
  /** Polls while no live connection is there. */
  readonly pollSeconds?: number | null;
}

export const keyOf = <N extends QueryName>(name: N, input: Input<N>): QueryKey => [name, input];

export function useRead<N extends QueryName>(name: N, input: Input<N>, options: ReadOptions = {}) {
  const client = useQueryClient();
  const key = keyOf(name, input);
  const query = useQuery<Read<Output<N>>>({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const answer = await read(name, input, signal);
      const before = client.getQueryData<Read<Output<N>>>(key)?.staleReads ?? 0;
      return { ...answer, staleReads: answer.staleSeconds === null ? 0 : before + 1 };
    },
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    refetchInterval: ({ state }) => nextRead(state.data?.staleReads ?? 0, options.pollSeconds ?? null),
  });
  const staleReads = query.data?.staleReads ?? 0;
  return { ...query, answer: query.data, data: query.data?.data, staleReads, own: staleReads === 0 ? [] : positions.pending(name) };
}

function nextRead(staleReads: number, pollSeconds: number | null): number | false {
  if (staleReads > 0 && staleReads <= mostStaleReads) return 1_000 * 2 ** (staleReads - 1);
  return pollSeconds === null ? false : pollSeconds * 1_000;
}

/** Everything these queries show is fetched again. */
export const refresh = (client: QueryClient, names: readonly QueryName[]): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey: [name] }) => names.some((one) => one === name) });

/** A receipt counts, whatever can be read yet: nobody waits longer than this for the page to show what they did. */
const shownWithinMs = 3_000;

/** Fetches again what a write changed. A read that takes longer comes when it comes, and says itself that it is behind. */
export const refreshAfterWrite = (client: QueryClient, names: readonly QueryName[], patienceMs = shownWithinMs): Promise<void> =>
  Promise.race([refresh(client, names), pause(patienceMs)]);
