import '../styles/phone.css';
import { createRoot } from 'react-dom/client';
import { openBook } from '../i18n/index.ts';
import { PhoneApp } from './PhoneApp.tsx';
import { keepScanned } from './scanned.ts';
import { keepFirstPage } from './shelf.ts';

/** What was scanned is kept before anything else: a log-in may lie between the room and the sign-in. */
export function start(root: HTMLElement): void {
  document.documentElement.classList.add('phone');
  keepScanned(location.pathname, Date.now());
  void Promise.all([openBook('phone'), openBook('meetings')]).then(() => {
    createRoot(root).render(<PhoneApp />);
    void keepFirstPage();
  });
}
