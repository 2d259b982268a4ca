import { affairTypes } from '@zhitong/catalogue/codes-meetings.ts';
import { useSentence } from '../../ui/words.ts';

/** Reads that show what an act about a matter changed. */
export const changes = ['listAffairs', 'getAffair', 'ownAffairs'] as const;

export function useType(): (type: string) => string {
  const sentence = useSentence();
  return (type) => sentence('affairs.types', type);
}

/** The types as the options of a field. */
export function useTypes(): readonly { readonly value: string; readonly label: string }[] {
  const type = useType();
  return affairTypes.values.map((value) => ({ value, label: type(value) }));
}
