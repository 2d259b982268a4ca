import { useQueries } from '@tanstack/react-query';
import { useSession } from '../shell/session.tsx';
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

/** Names of organizations whose rows carry only the id. Null: outside the scope of this post, or not its business at all. */
export function useOrganizationNames(ids: readonly (string | null | undefined)[]): (organizationId: string) => string | null | undefined {
  const { can } = useSession();
  const readable = can('organization.read');
  const above = useNamesAbove();
  const wanted = known(ids).filter((id) => above?.has(id) === false);
  const answers = useQueries({
    queries: wanted.map((organizationId) => ({
      queryKey: ['organizationName', organizationId],
      queryFn: ({ signal }: { signal: AbortSignal }) => nameOf(organizationId, signal),
      staleTime: 10 * minutes,
      enabled: readable,
    })),
  });
  const names = new Map(wanted.map((id, at) => [id, readable ? answers[at]?.data : null]));
  return (organizationId) => above?.get(organizationId) ?? names.get(organizationId);
}

/** The own organizations and those above: their profiles are outside the scope, their names are not. Undefined until known. */
function useNamesAbove(): ReadonlyMap<string, string> | undefined {
  const { can, grant, session } = useSession();
  const readable = can('organization.read');
  const { data, error } = useRead('getOrganization', { organizationId: grant.organizationId }, { enabled: readable, staleTime: 10 * minutes });
  if (readable && data === undefined && error === null) return undefined;
  const path = [
    ...(data?.linePath ?? []),
    ...(data?.placePath ?? []),
    ...session.grants.map(({ organizationId, organizationName: name }) => ({ organizationId, name })),
  ];
  return new Map(path.map(({ organizationId, name }) => [organizationId, name]));
}

async function nameOf(organizationId: string, signal: AbortSignal): Promise<string | null> {
  try {
    return (await read('getOrganization', { organizationId }, signal)).data.name;
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 404) return null;
    throw error;
  }
}

const known = (ids: readonly (string | null | undefined)[]): string[] =>
  [...new Set(ids.filter((id) => typeof id === 'string' && id !== ''))].sort().map(String);
