import { codes } from './codes.ts';
import { err, warn } from './errors.ts';
import { directives, home, requests } from './link.ts';
import { operations } from './operations.ts';
import { cockpit, orgProfile, orgs, terms } from './organizations.ts';
import { members, transfers } from './people.ts';
import { shell } from './shell.ts';
import { admin, ops } from './system.ts';
import { ui } from './ui.ts';

export const zh = {
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
} as const;

type Words<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Words<Tree[Key]> };
/** Every language says the same things. */
export type Messages = Words<typeof zh>;
