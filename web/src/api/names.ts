import { useQueries } from '@tanstack/react-query';
import { read } from './client.ts';
import { ApiError } from './problem.ts';
import { useRead } from './reading.ts';

const minutes = 60_000;

/** Names of the people on one page, asked for once. A person outside the scope comes masked; without an answer the page stands. */
export function usePersonNames(personIds: readonly (string | null | undefined)[]): (personId: string) => string | undefined {
  const ids = known(personIds).slice(0, 200);
  const { data } = useRead('memberNames', { personIds: ids }, { enabled: ids.length > 0, staleTime: 5 * minutes, keep: true });
  const names = new Map(data?.names.map(({ personId, name }) => [personId, name]));
  return (personId) => names.get(personId);
}

/** Names of organizations whose rows carry only the id. Null: outside the scope of this post. */
export function useOrganizationNames(ids: readonly (string | null | undefined)[]): (organizationId: string) => string | null | undefined {
  const wanted = known(ids);
  const answers = useQueries({
    queries: wanted.map((organizationId) => ({
      queryKey: ['organizationName', organizationId],
      queryFn: ({ signal }: { signal: AbortSignal }) => nameOf(organizationId, signal),
      staleTime: 10 * minutes,
    })),
  });
  const names = new Map(wanted.map((id, at) => [id, answers[at]?.data]));
  return (organizationId) => names.get(organizationId);
}

async function nameOf(organizationId: string, signal: AbortSignal): Promise<string | null> {
  try {
    return (await read('getOrganization', { organizationId }, signal)).data.name;
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 404) return null;
    throw error;
  }
}

const known = (ids: readonly (string | null | undefined)[]): string[] => [...new Set(ids.filter((id) => typeof id === 'string' && id !== ''))].sort().map(String);
