import { listCodes, type ListCode } from '@zhitong/catalogue';
import type { ExportEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/export_events.ts';
import { addHours, assertNever, ensure, Rejected, type Decider, type EventOf } from '@zhitong/kernel';

export type ExportEvent = EventOf<ExportEvents>;

export interface RequestedExport {
  readonly exportId: string;
  readonly organizationId: string;
  readonly list: ListCode;
  readonly columns: readonly string[];
  readonly questionRef: string;
  readonly purposeRef: string;
  readonly requestedById: string;
  readonly expiresAt: string;
}
type Export = RequestedExport | null;

export interface RequestExport extends Omit<RequestedExport, 'expiresAt'> {
  readonly type: 'Request';
  /** How long it may be downloaded. */
  readonly hours: number;
  readonly at: string;
}
export interface TakeExport {
  readonly type: 'Take';
  readonly byId: string;
  readonly at: string;
}
export type ExportCommand = RequestExport | TakeExport;

/** SEC-32: what is expired, or of somebody else, does not exist. @throws {Rejected} `NOT_FOUND` */
export function liveExport(found: Export, byId: string, at: string): RequestedExport {
  if (found === null) throw new Rejected('NOT_FOUND', 'There is no such export.');
  ensure(found.requestedById === byId && at < found.expiresAt, 'NOT_FOUND', 'There is no such export.');
  return found;
}

function request(found: Export, { type: _type, hours, list, columns, at, ...asked }: RequestExport): readonly ExportEvent[] {
  if (found !== null) return [];
  return [{ type: 'ExportRequested', data: { ...asked, listCode: list, columnCodes: [...columns], expiresAt: addHours(at, hours) } }];
}

function take(found: Export, { byId, at }: TakeExport): readonly ExportEvent[] {
  const { exportId } = liveExport(found, byId, at);
  return [{ type: 'ExportDownloaded', data: { exportId, downloadedById: byId, downloadedAt: at } }];
}

/** A list that one person may take out as a file for a while; each download asks the list anew. */
export const exportDecider: Decider<Export, ExportCommand, ExportEvent> = {
  initial: null,
  decide(found, command) {
    switch (command.type) {
      case 'Request':
        return request(found, command);
      case 'Take':
        return take(found, command);
      default:
        return assertNever(command);
    }
  },
  evolve(found, { type, data }) {
    if (type === 'ExportDownloaded') return found;
    const { listCode, columnCodes: columns, ...asked } = data;
    return { ...asked, columns, list: listCodes.parse(listCode) };
  },
};
