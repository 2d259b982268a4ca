import { expect, type Locator, type Page } from '@playwright/test';
import type { Persona } from './fixtures.ts';

/** Opens a select by its label and takes one of its options, typing first where the server finds them. */
export async function choose(place: Page | Locator, label: string | RegExp, option: string | RegExp, typed?: string): Promise<void> {
  const box = place.getByRole('combobox', { name: label });
  await box.click();
  if (typed !== undefined) await box.fill(typed);
  const page = 'page' in place ? place.page() : place;
  await page.getByRole('option', { name: option }).first().click();
}

/** Walks with the tab key, as somebody without a mouse, until the wanted thing has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The tab key does not reach ${wanted.toString()}`);
}

/** A directive of this officer to all organizations of some levels below. */
export async function issueDirective(officer: Persona, title: string, levels: readonly string[], more: object = {}): Promise<string> {
  const scope = { clauses: [{ subtreeOf: officer.organizationId, view: 'line', levels }], exclude: [] };
  const { id } = await officer.post('/directives', {
    issuerId: officer.organizationId,
    kind: 'notice',
    title,
    text: `${title}：请各级签收。`,
    urgent: false,
    forwardingAllowed: false,
    scope,
    ...more,
  });
  await officer.post(`/directives/${id}/issue`, {});
  return id;
}

/** Titles of one run repeat nothing of another test. */
export const unique = (text: string): string => `${text} ${Math.random().toString(36).slice(2, 8)}`;

/** A day in Shenzhen, counted back from today. */
export const daysAgo = (days: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() - days * 86_400_000);

/** The quarter of a day, as the API writes it. */
export const quarterAt = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Writes a day or a month into a date field and leaves it. */
export async function fillDate(place: Page | Locator, label: string, date: string): Promise<void> {
  const field = place.getByLabel(label, { exact: true });
  await field.fill(date);
  await field.press('Tab');
  await expect(field).toHaveValue(date);
}
