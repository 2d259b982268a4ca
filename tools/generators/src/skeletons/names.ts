/** One name in the forms that code, protos and prose write it in. */
export interface Names {
  /** `size-exception-granted`: files and paths. */
  readonly file: string;
  /** `sizeExceptionGranted`: values. */
  readonly value: string;
  /** `SizeExceptionGranted`: types, events and commands. */
  readonly type: string;
  /** `size_exception_granted`: protos. */
  readonly field: string;
  /** `size exception granted`: prose. */
  readonly words: string;
}

/** All forms of a name that is given in any of them. */
export function namesOf(given: string): Names {
  const words = given
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_ ]+/);
  if (words.length === 0 || !words.every((word) => /^[a-z][a-z0-9]*$/.test(word))) throw new Error(`"${given}" is no name: use words-like-these`);
  const type = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return { file: words.join('-'), value: type.charAt(0).toLowerCase() + type.slice(1), type, field: words.join('_'), words: words.join(' ') };
}
