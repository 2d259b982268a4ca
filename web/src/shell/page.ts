import { lazy, type ComponentType } from 'react';
import type { Book } from '../i18n/books.ts';
import { openBook } from '../i18n/index.ts';

/** A page comes with the words that are said on it. */
export const page = (books: readonly Book[], load: () => Promise<{ readonly default: ComponentType }>) =>
  lazy(async () => {
    const [code] = await Promise.all([load(), ...books.map(openBook)]);
    return code;
  });
