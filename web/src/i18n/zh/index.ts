import { codes } from './codes.ts';
import { err, warn } from './errors.ts';
import { operations } from './operations.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';

/** What is said on every page. The words of one page are a book of their own, which comes with the page. */
export const zh = { ui, shell, codes, err, warn, operations } as const;
