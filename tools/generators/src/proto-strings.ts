import { fileURLToPath } from 'node:url';
import { partsOf, readImage, type EventField, type EventMessage, type ProtoImage } from './event-catalogue/image.ts';

/** What the name of a string field promises. Closed: a string of another name says by `(zhitong.options.v1.plain)` why it holds no free text. */
export type StringKind = 'id' | 'reference' | 'code' | 'date' | 'instant';

/** Codes that are called by their own name instead of `<name>_code`. */
const codeNames: ReadonlySet<string> = new Set(['kind', 'level', 'role', 'sector', 'type', 'view', 'warnings']);

const lastWord = (name: string) => name.slice(name.lastIndexOf('_') + 1);

export function stringKind(name: string): StringKind | undefined {
  const word = lastWord(name);
  if (word === name) return codeNames.has(name) ? 'code' : undefined;
  if (word === 'id' || word === 'ids') return 'id';
  if (word === 'ref') return 'reference';
  if (word === 'on' || word === 'date') return 'date';
  if (word === 'at') return 'instant';
  return word === 'code' || word === 'codes' || codeNames.has(word) ? 'code' : undefined;
}

/** One sentence per violation: free text or personal data that could enter an event, or an event nobody decided the visibility of. */
export function violationsOf({ aggregates, messages }: ProtoImage): readonly string[] {
  return aggregates.flatMap((aggregate) => [
    ...aggregate.events.filter(({ visibility }) => visibility === undefined).map(({ fullName }) => `${fullName}: no visibility`),
    ...partsOf(aggregate, messages).flatMap(fieldViolations),
  ]);
}

const fieldViolations = ({ fullName, fields }: EventMessage): readonly string[] =>
  fields.flatMap((field) => {
    const place = `${fullName}.${field.name}`;
    if (field.personal) return [`${place}: personal data belongs into the vault, not into an event`];
    return isUnexplained(field) ? [`${place}: a ${field.type} that is neither id, reference, code, date nor instant by its name, and not declared plain`] : [];
  });

const isUnexplained = ({ type, name, plain = '' }: EventField): boolean =>
  plain.trim() === '' && (type === 'bytes' || (type === 'string' && stringKind(name) === undefined));

if (import.meta.main) {
  const violations = violationsOf(readImage(fileURLToPath(new URL('../../../proto', import.meta.url))));
  for (const violation of violations) console.error(violation);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
