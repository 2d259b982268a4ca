import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { queryClient } from '../api/reading.ts';
import { LoggedIn } from '../shell/LoggedIn.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { page } from '../shell/page.ts';
import { PageBoundary } from '../shell/PageBoundary.tsx';
import type { Acting } from '../shell/session.tsx';
import { Skeleton } from '../ui/Panel.tsx';
import { HomePage } from './HomePage.tsx';
import { Offline } from './Offline.tsx';
import { OwnMeetingsPage } from './OwnMeetingsPage.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import { ScannedPage } from './ScannedPage.tsx';

/** What an officer does on the phone are the pages of the console: they come when they are opened, with their controls. */
const Controlled = page([], () => import('../shell/start.tsx').then(({ Controlled: one }) => ({ default: one })));
const Meetings = page(['guides', 'meetings'], () => import('../pages/meetings/MeetingsPage.tsx'));
const Meeting = page(['guides', 'meetings'], () => import('../pages/meetings/MeetingPage.tsx'));
const Live = page(['meetings'], () => import('../pages/meetings/LivePage.tsx'));
const Directive = page(['directives', 'guides'], () => import('../pages/directives/DirectivePage.tsx'));

/** The application for the phone (`/m`): few things, each whole. */
export function PhoneApp() {
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter basename="/m">
        <LoggedIn whenOffline={(retry) => <Offline onRetry={retry} />}>
          {(acting) => (
            <PhoneFrame>
              <PageBoundary>
                <Suspense fallback={<Skeleton lines={8} />}>
                  <PhonePages key={acting.grant.grantId} can={acting.can} />
                </Suspense>
              </PageBoundary>
            </PhoneFrame>
          )}
        </LoggedIn>
      </BrowserRouter>
    </QueryClientProvider>
  );
}

function PhonePages({ can }: Pick<Acting, 'can'>) {
  return (
    <Routes>
      <Route index element={<HomePage />} />
      <Route path="home" element={<Navigate to="/" replace />} />
      <Route path="meetings" element={<OwnMeetingsPage />} />
      <Route path="s/:token" element={<ScannedPage />} />
      <Route element={<Controlled />}>
        {can('meeting.keep') ? <Route path="branch" element={<Meetings />} /> : null}
        {can('meeting.read') ? (
          <>
            <Route path="meetings/:meetingId" element={<Meeting />} />
            <Route path="meetings/:meetingId/live" element={<Live />} />
          </>
        ) : null}
        {can('directive.read') ? <Route path="directives/:directiveId" element={<Directive />} /> : null}
      </Route>
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
