import '../styles/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

export const start = (root: HTMLElement): void => createRoot(root).render(<App />);
