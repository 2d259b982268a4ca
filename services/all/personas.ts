import type { Persona } from '@zhitong/seed';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Log-ins of the seeded city. The file is written last: as long as it is missing, seeding goes on where it was cut off. */
export async function openPersonas(file: string, seed: () => Promise<readonly Persona[]>): Promise<readonly Persona[]> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as readonly Persona[];
  const personas = await seed();
  writeFileSync(`${file}.draft`, JSON.stringify(personas));
  renameSync(`${file}.draft`, file);
  return personas;
}
