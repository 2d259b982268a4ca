import 'virtual:tokens.css';
import { isPhone } from './api/session.ts';
import { startLanguage } from './i18n/index.ts';
import { rememberedTextSize } from './shell/text-size.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
document.documentElement.dataset['textSize'] = rememberedTextSize();

/** The log-in page and the phone carry nothing of the console. */
function application() {
  if (location.pathname === '/login') return import('./login/start.tsx');
  return isPhone(location.pathname) ? import('./phone/start.tsx') : import('./shell/start.tsx');
}
const [{ start }] = await Promise.all([application(), startLanguage()]);
start(root);
