import type { View } from '@zhitong/catalogue/codes.ts';
import { read, type Output } from '../../api/client.ts';

/** An organization as of a day: the question of every report. */
export interface Then {
  readonly organizationId: string;
  readonly view: View;
  readonly asOf: string;
}
export interface Reports {
  readonly structureReport?: Output<'structureReport'>;
  readonly memberReport?: Output<'memberReport'>;
  readonly transferReport?: Output<'transferReport'>;
}
export type Report = keyof Reports;
export const reports = ['structureReport', 'memberReport', 'transferReport'] as const satisfies readonly Report[];

interface PastFigure {
  readonly metric: string;
  readonly report: Report;
  readonly value: (answers: Reports) => number | undefined;
}

/** Figures that are known for a past day, each with the report it is read from. Its list is as long as it is great. */
export const pastFigures: readonly PastFigure[] = [
  { metric: 'then.organizations', report: 'structureReport', value: ({ structureReport }) => structureReport?.live },
  { metric: 'then.withOfficer', report: 'structureReport', value: ({ structureReport }) => structureReport?.withOfficer },
  { metric: 'then.members', report: 'memberReport', value: ({ memberReport }) => memberReport?.withHome },
  { metric: 'then.open', report: 'transferReport', value: ({ transferReport }) => transferReport?.open },
  { metric: 'then.overdue', report: 'transferReport', value: ({ transferReport }) => transferReport?.overdue },
  { metric: 'then.assigned', report: 'transferReport', value: ({ transferReport }) => transferReport?.assigned },
];

/** One report of one organization; the others of the answer are missing. */
export async function readReport(report: Report, { view, ...asked }: Then, signal: AbortSignal): Promise<Reports> {
  switch (report) {
    case 'structureReport':
      return { structureReport: (await read(report, { ...asked, view }, signal)).data };
    case 'memberReport':
      return { memberReport: (await read(report, asked, signal)).data };
    case 'transferReport':
      return { transferReport: (await read(report, asked, signal)).data };
  }
}

/** Where a past figure leads: its own list, in the same point in time. */
export const pastListOf = (metric: string, organizationId: string): readonly [path: string, filters: Readonly<Record<string, string>>] | null =>
  pastFigures.some((figure) => figure.metric === metric) ? [`/cockpit/${organizationId}/list`, { m: metric }] : null;
