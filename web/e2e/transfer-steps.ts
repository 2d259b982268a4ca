import type { Page } from '@playwright/test';
import { expect, type Persona } from './fixtures.ts';

interface Members {
  readonly items: readonly { readonly personId: string; readonly kind: string; readonly transferOpen: boolean }[];
}
interface Meta {
  readonly personas: readonly { readonly personId: string }[];
}

/** A full member of the branch as whom nobody logs in. */
export async function spareMember({ get }: Persona, branchId: string): Promise<string> {
  const { items } = await get<Members>(`/members?branchId=${branchId}&limit=50`);
  const { personas } = await get<Meta>('/meta');
  const personId = items.findLast(
    (member) => member.kind === 'full' && !member.transferOpen && !personas.some((one) => one.personId === member.personId),
  )?.personId;
  expect(personId, 'a member to spare').toBeDefined();
  return personId ?? '';
}

interface Move {
  readonly secretary: Persona;
  readonly sender: Persona;
  readonly receiver: Persona;
  readonly arrival: Persona;
  readonly personId: string;
}

/** The whole move within the city, through the API. */
export async function moveMember({ secretary, sender, receiver, arrival, personId }: Move): Promise<void> {
  const { id } = await secretary.post('/transfers', { personId, kind: 'withinCity', toCommitteeId: receiver.organizationId, duesPaidTo: thisMonth() });
  await sender.post(`/transfers/${id}/approve`, {});
  await receiver.post(`/transfers/${id}/accept`, {});
  await receiver.post(`/transfers/${id}/assign-branch`, { branchId: arrival.organizationId });
  await arrival.post(`/transfers/${id}/confirm-arrival`, {});
}

/** An act that asks why, in its dialog. */
export async function actWithReason(page: Page, act: string, field: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: field }).fill(reason);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

export const thisMonth = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date());

/** The name as the caller may read it. */
export async function nameOf({ get }: Persona, personId: string): Promise<string> {
  const { names } = await get<{ readonly names: readonly { readonly name: string }[] }>(`/member-names?personIds=${personId}`);
  return names[0]?.name ?? '';
}
