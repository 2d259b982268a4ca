/** What stands at a path of an answer, undefined where it ends. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  return typeof value === 'object' && value !== null ? at(Object.entries(value).find(([key]) => key === name)?.[1], ...rest) : undefined;
}

export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = at(value, ...path);
  if (!Array.isArray(found)) throw new TypeError(`No list at ${path.join('.')}`);
  return found;
};

/** A part of an answer, for `expect`. */
export const partOf = async (response: Response, ...path: readonly string[]): Promise<unknown> => at(await response.json(), ...path);
