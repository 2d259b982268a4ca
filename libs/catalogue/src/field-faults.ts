import type { z } from 'zod';
import type { FieldFault } from './field-sentences.ts';

const kinds: Readonly<Record<string, FieldFault>> = { string: 'text', int: 'wholeNumber', number: 'number', boolean: 'yesNo', array: 'list', object: 'group' };
const formats: Readonly<Record<string, FieldFault>> = { date: 'date', datetime: 'instant', url: 'address' };
const below: Readonly<Record<string, FieldFault>> = { string: 'tooShort', array: 'tooFew' };
const above: Readonly<Record<string, FieldFault>> = { string: 'tooLong', array: 'tooMany' };

/** Names the fault of an issue where its schema does not: the library's own sentences are for nobody. */
export function faultOf(issue: z.core.$ZodRawIssue): FieldFault {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : (kinds[issue.expected] ?? 'other');
    case 'invalid_format':
      return formats[issue.format] ?? 'other';
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? 'missing' : (below[issue.origin] ?? 'tooSmall');
    case 'too_big':
      return above[issue.origin] ?? 'tooLarge';
    case 'invalid_value':
      return issue.input === undefined ? 'missing' : 'choice';
    default:
      return 'other';
  }
}

/** The limit that an issue speaks of. */
export const boundOf = (issue: z.core.$ZodIssue): string | undefined =>
  (issue.code === 'too_small' ? issue.minimum : issue.code === 'too_big' ? issue.maximum : undefined)?.toString();
