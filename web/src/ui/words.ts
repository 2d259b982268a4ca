import { useTranslation } from 'react-i18next';

type Book = 'requests.stepNames' | 'orgProfile.events' | 'members.events' | 'transfers.events' | 'err' | 'warn' | 'operations';

/** A sentence for an open list of codes, or what the service called it. */
export function useSentence(): (book: Book, code: string, otherwise?: string) => string {
  const { t, i18n } = useTranslation();
  return (book, code, otherwise) => {
    const key = `${book}.${code}`;
    return i18n.exists(key) ? String(t(key as never)) : (otherwise ?? code);
  };
}
