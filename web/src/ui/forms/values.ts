import type { CodeList } from '@zhitong/kernel';

/** What a form holds, read by the kind of field. */
export class FormValues {
  readonly #values: Readonly<Record<string, unknown>>;
  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }
  text(name: string): string {
    const value = this.#values[name];
    return typeof value === 'string' ? value.trim() : '';
  }
  optional(name: string): string | undefined {
    return this.text(name) || undefined;
  }
  /** A whole number; what is none is `NaN`, which the server refuses by the name of its field. */
  count(name: string): number {
    const value = this.text(name);
    return /^\d+$/.test(value) ? Number(value) : Number.NaN;
  }
  flag(name: string): boolean {
    return this.#values[name] === true;
  }
  list(name: string): string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  }
  /** @throws {UnknownCode} when the field offered what the list does not hold. */
  code<Code extends string>(codes: CodeList<Code>, name: string): Code {
    return codes.parse(this.text(name));
  }
  optionalCode<Code extends string>(codes: CodeList<Code>, name: string): Code | undefined {
    const value = this.text(name);
    return value === '' ? undefined : codes.parse(value);
  }
  codes<Code extends string>(codes: CodeList<Code>, name: string): Code[] {
    return this.list(name).map((value) => codes.parse(value));
  }
}
