import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Complaints } from './complaints.ts';

/** Somebody logged in, with a window. */
export interface Persona {
  readonly page: Page;
  readonly login: string;
  readonly organizationId: string;
  readonly personId: string;
  /** Opens an address of the console and waits until its heading stands. */
  open(path: string): Promise<void>;
  /** Another tab of the same browser. */
  tab(): Promise<Persona>;
  get<Answer>(path: string): Promise<Answer>;
  post(path: string, body: object): Promise<{ readonly id: string }>;
  /** Answers with an error status this journey asks for on purpose. */
  expectRefusal(url: RegExp): void;
  /** No serious or critical finding on the page as it stands. */
  expectAccessible(): Promise<void>;
}

interface Fixtures {
  /** Logs in as a persona of the development issuer, each in a browser of its own. */
  readonly as: (login: string, options?: { readonly width?: number; readonly height?: number }) => Promise<Persona>;
  /** A window of somebody who has not logged in. */
  readonly stranger: { readonly page: Page; expectRefusal(url: RegExp): void };
}

interface Grant {
  readonly grantId: string;
  readonly organizationId: string;
}
interface Session {
  readonly personId: string;
  readonly actingGrantId: string | null;
  readonly grants: readonly Grant[];
}

export const test = base.extend<Fixtures>({
  // The address is known once the city has started, which is after this file's configuration was read.
  // eslint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => use(process.env['ZT_BASE_URL']),
  as: async ({ browser, baseURL }, use) => {
    const windows: Window[] = [];
    await use(async (login, { width = 1440, height = 900 } = {}) => {
      const window = await Window.open(browser, { baseURL, viewport: { width, height } });
      windows.push(window);
      await window.page.goto(`/auth/login?${new URLSearchParams({ persona: login, returnTo: '/app/home' })}`);
      return personaIn(window, login);
    });
    for (const window of windows) await window.close();
  },
  stranger: async ({ browser, baseURL }, use) => {
    const window = await Window.open(browser, { baseURL, viewport: { width: 1440, height: 900 } });
    await use({ page: window.page, expectRefusal: (url) => window.complaints.expectRefusal(url) });
    await window.close();
  },
});
export { expect };

/** A browser context whose complaints fail the journey when it closes. */
class Window {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly complaints: Complaints,
  ) {}

  static async open(browser: Browser, { baseURL, viewport }: { baseURL: string | undefined; viewport: { width: number; height: number } }): Promise<Window> {
    const context = await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    const complaints = new Complaints();
    context.on('page', (page) => complaints.watch(page));
    return new Window(context, await context.newPage(), complaints);
  }

  tab(): Promise<Window> {
    return this.context.newPage().then((page) => new Window(this.context, page, this.complaints));
  }

  async close(): Promise<void> {
    await this.context.close();
    expect(this.complaints.all()).toEqual([]);
  }
}

async function personaIn(window: Window, login: string): Promise<Persona> {
  const { page } = window;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { personId, actingGrantId, grants } = await get<Session>(page, '/session');
  const grant = grants.find(({ grantId }) => grantId === actingGrantId);
  return {
    page,
    login,
    personId,
    organizationId: grant?.organizationId ?? '',
    async open(path) {
      await page.goto(`/app${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
    async tab() {
      const other = await window.tab();
      await other.page.goto('/app/home');
      return personaIn(other, login);
    },
    get: (path) => get(page, path),
    post: (path, body) => post(page, path, body),
    expectRefusal: (url) => window.complaints.expectRefusal(url),
    expectAccessible: () => expectAccessible(page),
  };
}

/** No serious or critical finding on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await settledLook(page);
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => ({ id, at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`) })),
    page.url(),
  ).toEqual([]);
}

/** A list that is read again is pale until it is there: what was looked at meanwhile is looked at once more. */
async function settledLook(page: Page): Promise<Awaited<ReturnType<AxeBuilder['analyze']>>> {
  const busy = page.locator('[aria-busy="true"]');
  for (;;) {
    await expect(busy).toHaveCount(0);
    const look = await new AxeBuilder({ page }).analyze();
    if ((await busy.count()) === 0) return look;
  }
}

/** Asked from the page itself: cookie and origin are those of the console. */
async function get<Answer>(page: Page, path: string): Promise<Answer> {
  const { status, text } = await page.evaluate(async (address) => {
    const response = await fetch(address, { credentials: 'same-origin' });
    return { status: response.status, text: await response.text() };
  }, `/api/v1${path}`);
  expect(status, `${path}: ${text}`).toBe(200);
  return JSON.parse(text) as Answer;
}

async function post(page: Page, path: string, body: object): Promise<{ readonly id: string }> {
  const { status, text } = await page.evaluate(
    async ({ address, json }) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
      const response = await fetch(address, { method: 'POST', credentials: 'same-origin', headers, body: json });
      return { status: response.status, text: await response.text() };
    },
    { address: `/api/v1${path}`, json: JSON.stringify(body) },
  );
  expect(status, `${path}: ${text}`).toBe(200);
  return JSON.parse(text) as { readonly id: string };
}
