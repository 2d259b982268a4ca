import type { Browser, Page } from '@playwright/test';

/** What a site may leave in a browser, but for the files of its pages. */
const leftBehind = 'cookies,local_storage,indexeddb,websql,service_workers,cache_storage';

/**
 * Profiles of the browser, each with a first page, that journeys use one after the other. The code of the console stays read and compiled
 * in them, as with a person who comes back: doing it anew was a third of what a journey took. Nothing else stays.
 */
export class Profiles {
  readonly #browser: Browser;
  readonly #free: Page[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async take(): Promise<Page> {
    return this.#free.pop() ?? (await this.#profile()).newPage();
  }

  /** Closes the other pages of its profile, and forgets who used it. */
  async giveBack(page: Page): Promise<void> {
    const context = page.context();
    for (const other of context.pages()) if (other !== page) await other.close();
    for (const event of ['console', 'pageerror', 'response'] as const) page.removeAllListeners(event);
    await page.unrouteAll();
    await page.emulateMedia({ media: null });
    await page.evaluate(() => sessionStorage.clear());
    await context.setOffline(false);
    await page.goto('about:blank');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: address(), storageTypes: leftBehind });
    await devtools.detach();
    this.#free.push(page);
  }

  #profile() {
    return this.#browser.newContext({ baseURL: address(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  }
}

/** Of the worker's own city; known once it has started, which is after the configuration was read. */
function address(): string {
  const urls = process.env['ZT_BASE_URL']?.split(' ') ?? [];
  const url = urls[Number(process.env['TEST_PARALLEL_INDEX']) % urls.length];
  if (url === undefined) throw new Error('No city was started');
  return url;
}
