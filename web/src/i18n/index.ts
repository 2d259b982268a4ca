import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Book, Books } from './books.ts';
import { zh } from './zh/index.ts';

export type Language = 'zh-CN' | 'en-US';
type Words<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Words<Tree[Key]> };
/** Every language says the same things. */
export type Messages = Words<typeof zh & Books>;

const remembered = 'zt.language';
const shelves = { 'zh-CN': 'zh', 'en-US': 'en' } as const;
const files = import.meta.glob<Partial<Books>>('./*/books/*.ts');
const opened = new Set<Book>();
let language: Language = 'zh-CN';

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

export async function switchLanguage(to: Language): Promise<void> {
  language = to;
  localStorage.setItem(remembered, to);
  if (to === 'en-US' && !i18next.hasResourceBundle(to, 'translation')) {
    const { en } = await import('./en/index.ts');
    i18next.addResourceBundle(to, 'translation', en, true);
  }
  await Promise.all([...opened].map((book) => read(book, to)));
  await i18next.changeLanguage(to);
  document.documentElement.lang = to;
}

/** The words of a page, in the language that is spoken and in every one that is chosen later. */
export async function openBook(book: Book): Promise<void> {
  opened.add(book);
  await read(book, language);
}

async function read(book: Book, as: Language): Promise<void> {
  if (i18next.exists(book, { lng: as, fallbackLng: [] })) return;
  const file = await files[`./${shelves[as]}/books/${book}.ts`]?.();
  i18next.addResourceBundle(as, 'translation', { [book]: file?.[book] }, true);
}
