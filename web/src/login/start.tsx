import '../styles/login.css';
import { createRoot } from 'react-dom/client';
import { LoginPage } from './LoginPage.tsx';

export const start = (root: HTMLElement): void => createRoot(root).render(<LoginPage />);
