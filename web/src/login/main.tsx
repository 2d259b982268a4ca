import 'virtual:tokens.css';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../i18n/index.ts';
import { rememberedTextSize } from '../shell/text-size.ts';
import { LoginPage } from './LoginPage.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
document.documentElement.dataset['textSize'] = rememberedTextSize();
await startLanguage();
createRoot(root).render(<LoginPage />);
