import { Parser } from 'saxen';
import { fileRefused } from './file-refusal.ts';

type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  /** Names without prefix. Attributes are decoded. */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Walks through XML without building it. @throws {Rejected} `FILE_REFUSED` where it is none. */
export function walkXml(xml: string, { open, text, close }: XmlHandlers): void {
  const broken = () => {
    throw fileRefused('broken');
  };
  const parser = new Parser();
  parser.on('error', broken).on('warn', broken);
  if (open) {
    parser.on('openTag', (name, attributes, decode) => {
      open(withoutPrefix(name), Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [withoutPrefix(key), decode(value)])));
    });
  }
  if (text) {
    parser.on('text', (found, decode) => text(decode(found)));
    parser.on('cdata', (found) => text(found));
  }
  if (close) parser.on('closeTag', (name) => close(withoutPrefix(name)));
  parser.parse(xml);
}
