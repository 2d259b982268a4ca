import type { SheetCode } from '../codes-files.ts';
import { organizationsSheet } from './organizations.sheet.ts';
import type { Sheet } from './sheet.ts';
import { unitsSheet } from './units.sheet.ts';

export const sheets: Readonly<Record<SheetCode, Sheet>> = { organizations: organizationsSheet, units: unitsSheet };
