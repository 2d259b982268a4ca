import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zh } from './zh/index.ts';

export type Language = 'zh-CN' | 'en-US';
const remembered = 'zt.language';

/** Chinese is in the first load, English comes when it is asked for. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await switchLanguage(localStorage.getItem(remembered) === 'en-US' ? 'en-US' : 'zh-CN');
}

export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  if (language === 'en-US' && !i18next.hasResourceBundle(language, 'translation')) {
    const { en } = await import('./en/index.ts');
    i18next.addResourceBundle(language, 'translation', en);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
