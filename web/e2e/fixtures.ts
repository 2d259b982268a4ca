import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { Complaints } from './complaints.ts';
import { Profiles } from './profiles.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

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
  readonly as: (login: string, size?: Partial<Size>) => Promise<Persona>;
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

const desk: Size = { width: 1440, height: 900 };

export const test = base.extend<Fixtures, { readonly profiles: Profiles }>({
  profiles: [async ({ browser }, use) => use(new Profiles(browser)), { scope: 'worker' }],
  as: async ({ profiles }, use) => {
    const windows: Window[] = [];
    await use(async (login, size = {}) => {
      const window = await Window.open(profiles, { ...desk, ...size });
      windows.push(window);
      await window.page.goto(`/auth/login?${new URLSearchParams({ persona: login, returnTo: '/app/home' })}`);
      return personaIn(window, login);
    });
    for (const window of windows) await window.close();
  },
  stranger: async ({ profiles }, use) => {
    const window = await Window.open(profiles, desk);
    await use({ page: window.page, expectRefusal: (url) => window.complaints.expectRefusal(url) });
    await window.close();
  },
});
export { expect };

/** A browser of somebody, whose complaints fail the journey when it closes. */
class Window {
  private constructor(
    readonly page: Page,
    readonly size: Size,
    readonly complaints: Complaints,
    readonly close: () => Promise<void>,
  ) {}

  static async open(profiles: Profiles, size: Size): Promise<Window> {
    const complaints = new Complaints();
    const page = await profiles.take();
    return Window.#with(page, size, complaints, async () => {
      await profiles.giveBack(page);
      expect(complaints.all()).toEqual([]);
    });
  }

  /** Closes with the window it was opened in. */
  async tab(): Promise<Window> {
    return Window.#with(await this.page.context().newPage(), this.size, this.complaints, this.close);
  }

  static async #with(page: Page, size: Size, complaints: Complaints, close: () => Promise<void>): Promise<Window> {
    complaints.watch(page);
    await page.setViewportSize(size);
    return new Window(page, size, complaints, close);
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

/** No serious or critical finding on the page when it has read what it shows. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // One page without frames: what was found is put together in it, not in another, and only what is wrong is told at length.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => ({ id, at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`) })),
    page.url(),
  ).toEqual([]);
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
