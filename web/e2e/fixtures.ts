import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Browser, type Page } from '@playwright/test';

export interface Persona {
  readonly page: Page;
  /** Opens an address of the console and waits until its heading stands. */
  open(path: string): Promise<void>;
  /** No serious or critical finding on the page as it stands. */
  expectAccessible(): Promise<void>;
}

interface Fixtures {
  /** Logs in as a persona of the development issuer, each in a browser context of its own. */
  readonly as: (login: string) => Promise<Persona>;
}

/** What the browser refused or threw: a journey with any of these has failed. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  return complaints;
}

async function personaPage(browser: Browser, login: string): Promise<{ persona: Persona; complaints: readonly string[] }> {
  const page = await (await browser.newContext()).newPage();
  const complaints = complaintsOf(page);
  await page.goto(`/auth/login?${new URLSearchParams({ persona: login, returnTo: '/app/home' })}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const persona: Persona = {
    page,
    async open(path) {
      await page.goto(`/app${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
    async expectAccessible() {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) }))).toEqual([]);
    },
  };
  return { persona, complaints };
}

export const test = base.extend<Fixtures>({
  as: async ({ browser }, use) => {
    const opened: { persona: Persona; complaints: readonly string[] }[] = [];
    await use(async (login) => {
      const entry = await personaPage(browser, login);
      opened.push(entry);
      return entry.persona;
    });
    for (const { persona, complaints } of opened) {
      expect(complaints).toEqual([]);
      await persona.page.context().close();
    }
  },
});
export { expect };
