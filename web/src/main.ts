import 'virtual:tokens.css';
import { startLanguage } from './i18n/index.ts';
import { rememberedTextSize } from './shell/text-size.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
document.documentElement.dataset['textSize'] = rememberedTextSize();

/** The log-in page carries nothing of the console. */
const page = location.pathname === '/login' ? import('./login/start.tsx') : import('./shell/start.tsx');
const [{ start }] = await Promise.all([page, startLanguage()]);
start(root);
