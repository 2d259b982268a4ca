import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodingsOf } from './encodings.ts';

/** Somewhere data lies, as bytes. */
export interface Place {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A planted text that was found. */
export interface Hit {
  readonly place: string;
  /** What the text was called when it was planted. */
  readonly canary: string;
  readonly encoding: string;
}

/** Searches places for planted texts, in every encoding. */
export class CanarySearch {
  readonly #needles: readonly { readonly canary: string; readonly encoding: string; readonly bytes: Buffer }[];

  /** Planted texts by what they are called; each must be unlike anything else that is written. */
  constructor(canaries: Readonly<Record<string, string>>) {
    this.#needles = Object.entries(canaries).flatMap(([canary, text]) => [...encodingsOf(text)].map(([encoding, bytes]) => ({ canary, encoding, bytes })));
  }

  in({ name, bytes }: Place): readonly Hit[] {
    const hay = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return this.#needles.filter((needle) => hay.includes(needle.bytes)).map(({ canary, encoding }) => ({ place: name, canary, encoding }));
  }

  all(places: Iterable<Place>): readonly Hit[] {
    return [...places].flatMap((place) => this.in(place));
  }
}

/** Every file below a folder, whatever its name: data, logs ahead of it, keys, what was left half written. */
export function* filesBelow(folder: string): Iterable<Place> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) yield { name: path.slice(folder.length + 1), bytes: readFileSync(path) };
  }
}
