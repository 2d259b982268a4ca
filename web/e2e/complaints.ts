import type { ConsoleMessage, Page } from '@playwright/test';

/** A resource, or the script of a page, that was not given. */
const unreached = /^(TypeError: )?Failed to (load resource|fetch dynamically imported module)/;

/** What the browser refused, logged as an error or threw: a journey with any of it has failed. */
export class Complaints {
  readonly #found: { readonly text: string; readonly url: string }[] = [];
  readonly #expected: RegExp[] = [];

  watch(page: Page): void {
    page.on('pageerror', (error) => this.#found.push({ text: error.stack ?? error.message, url: page.url() }));
    page.on('console', (message) => this.#hear(message, page));
  }

  /** Answers with an error status the journey asks for on purpose. */
  expectRefusal(url: RegExp): void {
    this.#expected.push(url);
  }

  all(): readonly string[] {
    return this.#found
      .filter(({ text, url }) => !(unreached.test(text) && this.#expected.some((one) => one.test(url))))
      .map(({ text, url }) => `${text} (${url})`);
  }

  #hear(message: ConsoleMessage, page: Page): void {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      this.#found.push({ text: message.text(), url: message.location().url || page.url() });
  }
}
