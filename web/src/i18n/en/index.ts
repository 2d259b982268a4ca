import type { Messages } from '../index.ts';
import { codes } from './codes.ts';
import { err, warn } from './errors.ts';
import { operations } from './operations.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';

/** Official Chinese names of bodies stay, with a gloss. */
export const en = { ui, shell, codes, err, warn, operations } satisfies Partial<Messages>;
