import '../styles/login.css';
import { createRoot } from 'react-dom/client';
import { LoggedInAgain } from './LoggedInAgain.tsx';
import { LoginPage } from './LoginPage.tsx';

const again = new URLSearchParams(location.search).has('again');

export const start = (root: HTMLElement): void => createRoot(root).render(again ? <LoggedInAgain /> : <LoginPage />);
