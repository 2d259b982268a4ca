import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError } from '../api/problem.ts';
import { queryClient } from '../api/reading.ts';
import { loginAddress, readSession } from '../api/session.ts';
import { startLive } from '../live/use-live.ts';
import { Skeleton } from '../ui/Panel.tsx';
import { ProblemPanel } from '../ui/Problem.tsx';
import { ChoosePost } from './ChoosePost.tsx';
import { actingOf, SessionProvider, type Acting } from './session.tsx';

interface Props {
  /** Instead of the problem, where there is no network and the application has something to say. */
  readonly whenOffline?: (retry: () => void) => React.ReactNode;
  readonly children: (acting: Acting) => React.ReactNode;
}

/** Shows an application to somebody who has logged in and acts under a post; everybody else is led there. */
export function LoggedIn({ whenOffline, children }: Props) {
  const {
    data: session,
    error,
    refetch,
  } = useQuery({ queryKey: ['session'], queryFn: ({ signal }) => readSession(signal), staleTime: Infinity, retry: false, networkMode: 'always' });
  const acting = session === undefined ? null : actingOf(session);
  useEffect(() => leaveWhenLoggedOut(error), [error]);
  useEffect(() => queryClient.getQueryCache().subscribe(({ query }) => leaveWhenLoggedOut(query.state.error)), []);
  useEffect(() => (acting === null ? undefined : startLive()), [acting === null]);
  if (error instanceof ApiError && error.problem.code === 'NETWORK' && whenOffline !== undefined) return whenOffline(() => void refetch());
  if (error !== null)
    return (
      <div className="alone">
        <ProblemPanel error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (session === undefined)
    return (
      <div className="alone">
        <Skeleton lines={6} />
      </div>
    );
  if (acting === null) return <ChoosePost grants={session.grants} onChosen={() => void refetch()} />;
  return <SessionProvider value={acting}>{children(acting)}</SessionProvider>;
}

function leaveWhenLoggedOut(error: unknown): void {
  if (!(error instanceof ApiError && error.problem.status === 401) || error.stepUpRequired) return;
  location.assign(loginAddress(`${location.pathname}${location.search}`));
}
