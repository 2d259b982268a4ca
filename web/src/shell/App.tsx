import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { queryClient } from '../api/reading.ts';
import { Dialogs } from '../ui/forms/dialogs.tsx';
import { Skeleton } from '../ui/Panel.tsx';
import { Controls } from './Controls.tsx';
import { Frame } from './Frame.tsx';
import { LoggedIn } from './LoggedIn.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { Pages } from './Pages.tsx';
import { useTextSize } from './text-size.ts';

export function App() {
  const [size] = useTextSize();
  return (
    <Controls size={size} place="desk">
      <QueryClientProvider client={queryClient}>
        <BrowserRouter basename="/app">
          <LoggedIn>
            {({ grant }) => (
              <Frame>
                <PageBoundary>
                  <Dialogs>
                    <Suspense fallback={<Skeleton lines={8} />}>
                      <Pages key={grant.grantId} />
                    </Suspense>
                  </Dialogs>
                </PageBoundary>
              </Frame>
            )}
          </LoggedIn>
        </BrowserRouter>
      </QueryClientProvider>
    </Controls>
  );
}
