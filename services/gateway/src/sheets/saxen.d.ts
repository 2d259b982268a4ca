/** The part of saxen that the reader of sheets uses; the package ships no types. */
declare module 'saxen' {
  export class Parser {
    on(name: 'openTag', handler: (element: string, attributes: () => Readonly<Record<string, string>>, decode: (text: string) => string) => void): this;
    on(name: 'closeTag', handler: (element: string) => void): this;
    on(name: 'text' | 'cdata', handler: (text: string, decode: (text: string) => string) => void): this;
    on(name: 'attention', handler: (text: string) => void): this;
    on(name: 'error' | 'warn', handler: (error: Error) => void): this;
    parse(xml: string): Error | undefined;
  }
}
