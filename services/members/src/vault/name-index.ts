import { pinyin } from 'pinyin-pro';

const normal = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const isLatin = (text: string) => /^[a-z]+$/.test(text);

const initials = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' }).join('').toLowerCase();

/** Words under which a name is found: itself, every two following characters, the initials of its pinyin. */
export function nameTokens(name: string): readonly string[] {
  const characters = Array.from(normal(name));
  const pairs = characters.slice(1).map((character, place) => `${characters[place]}${character}`);
  return [...new Set([`name:${characters.join('')}`, ...pairs.map((pair) => `pair:${pair}`), `initials:${initials(normal(name))}`])];
}

/** The words a search asks for: any of the groups may hit, all words of a group must. */
export function searchTokens(text: string): readonly (readonly string[])[] {
  const wanted = normal(text);
  const characters = Array.from(wanted);
  const pairs = characters.slice(1).map((character, place) => `pair:${characters[place]}${character}`);
  return isLatin(wanted) ? [[`initials:${wanted}`], [`name:${wanted}`]] : [pairs];
}
