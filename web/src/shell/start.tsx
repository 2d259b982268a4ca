import '../styles/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

/** For the phone: it comes with the console, so that the console need not be cut into small parts for it. */
export { Controlled } from './Controlled.tsx';

export const start = (root: HTMLElement): void => createRoot(root).render(<App />);
