import { useTranslation } from 'react-i18next';
import type { Book } from '../i18n/books.ts';

/** A list of codes: one that is said everywhere, or one in a book. */
type List = 'err' | 'warn' | 'operations' | `${Book}.${string}`;

/** A sentence for an open list of codes, or what the service called it. */
export function useSentence(): (list: List, code: string, otherwise?: string) => string {
  const { t, i18n } = useTranslation();
  return (list, code, otherwise) => {
    const key = `${list}.${code}`;
    return i18n.exists(key) ? String(t(key as never)) : (otherwise ?? code);
  };
}
