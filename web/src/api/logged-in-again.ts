import { readSession } from './session.ts';

/** Between the window of the log-in and the page that waits for it. */
const channel = 'zhitong-logged-in-again';

export const freshLoginAddress = (returnTo: string): string => `/auth/login?${new URLSearchParams({ fresh: '', returnTo }).toString()}`;

export function tellLoggedInAgain(): void {
  const told = new BroadcastChannel(channel);
  told.postMessage(null);
  told.close();
}

/** Runs once the same person has logged in again; a page of somebody else begins anew. */
export function whenLoggedInAgain(person: string, goOn: () => void): () => void {
  const heard = new BroadcastChannel(channel);
  heard.addEventListener('message', () => {
    void readSession().then(({ personId }) => (personId === person ? goOn() : location.reload()));
  });
  return () => heard.close();
}
