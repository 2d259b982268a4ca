import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Persona } from './seed.ts';

const fileIn = (dataFolder: string): string => join(dataFolder, 'personas.json');

/** The log-ins of the city whose data lie in a folder. */
export const personasIn = (dataFolder: string): readonly Persona[] => JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as readonly Persona[];

/** As {@link personasIn}, of a city that is filled first. The file is written last and at once: as long as it is missing, seeding goes on where it was cut off. */
export async function openPersonas(dataFolder: string, seed: () => Promise<readonly Persona[]>): Promise<readonly Persona[]> {
  const file = fileIn(dataFolder);
  if (!existsSync(file)) {
    writeFileSync(`${file}.draft`, JSON.stringify(await seed()));
    renameSync(`${file}.draft`, file);
  }
  return personasIn(dataFolder);
}
