import type { Messages } from '../zh/index.ts';
import { codes } from './codes.ts';
import { err, warn } from './errors.ts';
import { directives, home, requests } from './link.ts';
import { operations } from './operations.ts';
import { cockpit, orgProfile, orgs, terms } from './organizations.ts';
import { members, transfers } from './people.ts';
import { shell } from './shell.ts';
import { admin, ops } from './system.ts';
import { ui } from './ui.ts';

/** Official Chinese names of bodies stay, with a gloss. */
export const en: Messages = {
  ui,
  shell,
  codes,
  err,
  warn,
  home,
  directives,
  requests,
  orgs,
  orgProfile,
  terms,
  cockpit,
  members,
  transfers,
  operations,
  admin,
  ops,
};
