import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { App as Antd, ConfigProvider } from 'antd';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { ApiError } from '../api/problem.ts';
import { queryClient } from '../api/reading.ts';
import { loginAddress, readSession } from '../api/session.ts';
import { startLive } from '../live/use-live.ts';
import { themeOf } from '../theme.ts';
import { Skeleton } from '../ui/Panel.tsx';
import { ProblemPanel } from '../ui/Problem.tsx';
import { chineseControls } from './control-words.ts';
import { Dialogs } from '../ui/forms/dialogs.tsx';
import { Frame } from './Frame.tsx';
import { Pages } from './Pages.tsx';
import { ChoosePost } from './ChoosePost.tsx';
import { actingOf, SessionProvider } from './session.tsx';
import { useTextSize } from './text-size.ts';

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

export function App() {
  const { i18n } = useTranslation();
  const [size, setSize] = useTextSize();
  // Drawn in part, a list of options has no options for a screen reader; the longest holds some twenty.
  return (
    <ConfigProvider
      theme={themeOf(size)}
      {...(i18n.language === 'en-US' ? {} : { locale: chineseControls })}
      csp={{ nonce }}
      virtual={false}
      button={{ autoInsertSpace: false }}
    >
      <Antd>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter basename="/app">
            <LoggedIn size={size} onSize={setSize} />
          </BrowserRouter>
        </QueryClientProvider>
      </Antd>
    </ConfigProvider>
  );
}

type Sizing = { readonly size: ReturnType<typeof useTextSize>[0]; readonly onSize: ReturnType<typeof useTextSize>[1] };

function LoggedIn(sizing: Sizing) {
  const {
    data: session,
    error,
    refetch,
  } = useQuery({ queryKey: ['session'], queryFn: ({ signal }) => readSession(signal), staleTime: Infinity, retry: false });
  const acting = session === undefined ? null : actingOf(session);
  useEffect(() => leaveWhenLoggedOut(error), [error]);
  useEffect(() => queryClient.getQueryCache().subscribe(({ query }) => leaveWhenLoggedOut(query.state.error)), []);
  useEffect(() => (acting === null ? undefined : startLive()), [acting === null]);
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
  return (
    <SessionProvider value={acting}>
      <Frame {...sizing}>
        <Dialogs>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Pages key={acting.grant.grantId} />
          </Suspense>
        </Dialogs>
      </Frame>
    </SessionProvider>
  );
}

function leaveWhenLoggedOut(error: unknown): void {
  if (!(error instanceof ApiError && error.problem.status === 401) || error.stepUpRequired) return;
  location.assign(loginAddress(`${location.pathname}${location.search}`));
}
