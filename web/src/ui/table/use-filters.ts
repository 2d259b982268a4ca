import { useSearchParams } from 'react-router';

/** Filters of a page in its address: `f.state=active`. Searching pushes, so that Back undoes it; resetting clears. */
export function useFilters<const Name extends string>(...names: readonly Name[]) {
  const [params, setParams] = useSearchParams();
  const entries = names.map((name) => [name, params.get(`f.${name}`) ?? undefined] as const);
  const values = Object.fromEntries(entries) as Readonly<Record<Name, string | undefined>>;
  const set = (wanted: Partial<Record<Name, string | undefined>>) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const name of names) {
        if (!(name in wanted)) continue;
        const value = wanted[name];
        if (value === undefined || value === '') after.delete(`f.${name}`);
        else after.set(`f.${name}`, value);
      }
      after.delete('cur');
      return after;
    });
  const clear = () => set(Object.fromEntries(names.map((name) => [name, undefined])) as Partial<Record<Name, undefined>>);
  return { values, set, clear, filtered: entries.some(([, value]) => value !== undefined) };
}

/** A code from the address, if it is one. */
export const codeIn = <Code extends string>(codes: { has(value: string): value is Code }, value: string | undefined): Code | undefined =>
  value !== undefined && codes.has(value) ? value : undefined;
