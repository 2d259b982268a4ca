import type { OversightEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/oversight_events.ts';
import { assertNever, ensure, ensureNotAhead, Rejected, type Decider, type EventOf } from '@zhitong/kernel';
import { owedOn, windowOf, type Occasion } from './audit-window.ts';

export type OversightEvent = EventOf<OversightEvents>;

/** A holding of the post of a community's secretary, also one that has ended. */
export interface Secretaryship {
  readonly postId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly fromOn: string;
  /** Null while held. */
  readonly leftOn: string | null;
}
interface About {
  /** Null when there never was such a holding. */
  readonly held: Secretaryship | null;
  readonly at: string;
  readonly byId: string;
}
export interface FilePersonalMatters extends About {
  readonly type: 'FilePersonalMatters';
  readonly filedOn: string;
}
export interface RecordAudit extends About {
  readonly type: 'RecordAudit';
  readonly auditedOn: string;
  /** Elections and the end of the holding. */
  readonly occasions: readonly Occasion[];
  readonly windowDays: number;
}
export type OversightCommand = FilePersonalMatters | RecordAudit;

export interface Oversight {
  /** Years with a report. */
  readonly years: readonly string[];
  /** Days of audits. */
  readonly audits: readonly string[];
}

function about({ held }: About) {
  if (held === null) throw new Rejected('NOT_FOUND', 'There is no such secretary of a community.');
  const { postId, organizationId, personId } = held;
  return { held, ids: { postId, organizationId, personId } };
}

/** Of the year in which it was filed, by who held the post on that day. */
function file({ years }: Oversight, command: FilePersonalMatters): readonly OversightEvent[] {
  const { filedOn, at, byId } = command;
  const { held, ids } = about(command);
  const yearCode = filedOn.slice(0, 4);
  if (years.includes(yearCode)) return [];
  ensureNotAhead(filedOn, at);
  const then = held.fromOn <= filedOn && (held.leftOn === null || filedOn < held.leftOn);
  ensure(then, 'STATE_NOT_ALLOWED', 'The post was not held on that day.', { fromOn: held.fromOn, leftOn: held.leftOn });
  return [{ type: 'PersonalMattersFiled', data: { ...ids, yearCode, filedOn, recordedById: byId } }];
}

/** For the first occasion that still waits; later than its window is marked. */
function audit({ audits }: Oversight, command: RecordAudit): readonly OversightEvent[] {
  const { auditedOn, occasions, windowDays, at, byId } = command;
  const { ids } = about(command);
  if (audits.includes(auditedOn)) return [];
  ensureNotAhead(auditedOn, at);
  const windows = occasions.map((occasion) => windowOf(occasion, windowDays));
  const owed = owedOn(windows, audits, auditedOn);
  const opensOn = windows.map(({ fromOn }) => fromOn).find((day) => day > auditedOn) ?? null;
  if (owed === undefined) throw new Rejected('AUDIT_NOT_DUE', 'No audit was due on that day: it is due around an election and around leaving.', { opensOn });
  const warnings = auditedOn > owed.untilOn ? ['AUDIT_LATE'] : [];
  return [{ type: 'AuditRecorded', data: { ...ids, occasionCode: owed.code, occasionOn: owed.on, auditedOn, recordedById: byId, warnings } }];
}

/** ORG-26: what is owed by one secretary of a community beside the office. */
export const oversightDecider: Decider<Oversight, OversightCommand, OversightEvent> = {
  initial: { years: [], audits: [] },
  decide(oversight, command) {
    switch (command.type) {
      case 'FilePersonalMatters':
        return file(oversight, command);
      case 'RecordAudit':
        return audit(oversight, command);
      default:
        return assertNever(command);
    }
  },
  evolve(oversight, { type, data }) {
    switch (type) {
      case 'PersonalMattersFiled':
        return { ...oversight, years: [...oversight.years, data.yearCode] };
      case 'AuditRecorded':
        return { ...oversight, audits: [...oversight.audits, data.auditedOn] };
      default:
        return assertNever(type);
    }
  },
};
