import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { owedOn, windowOf } from './audit-window.ts';
import { oversightDecider, type FilePersonalMatters, type OversightEvent, type RecordAudit, type Secretaryship } from './oversight.decider.ts';

const held: Secretaryship = { postId: 'pst_1', organizationId: 'org_c1', personId: 'per_1', fromOn: '2024-01-10', leftOn: null };
const ids = { postId: 'pst_1', organizationId: 'org_c1', personId: 'per_1' };
const about = { held, at: '2026-12-01T01:00:00.000Z', byId: 'per_o' } as const;
const election = { code: 'election', on: '2026-06-30' } as const;
const file = (filedOn: string, fields: Partial<FilePersonalMatters> = {}): FilePersonalMatters => ({
  type: 'FilePersonalMatters',
  ...about,
  filedOn,
  ...fields,
});
const audit = (auditedOn: string, fields: Partial<RecordAudit> = {}): RecordAudit => ({
  type: 'RecordAudit',
  ...about,
  auditedOn,
  occasions: [election],
  windowDays: 90,
  ...fields,
});
const audited = (auditedOn: string, warnings: string[] = []): OversightEvent => ({
  type: 'AuditRecorded',
  data: { ...ids, occasionCode: 'election', occasionOn: '2026-06-30', auditedOn, recordedById: 'per_o', warnings },
});
const filed: OversightEvent = { type: 'PersonalMattersFiled', data: { ...ids, yearCode: '2026', filedOn: '2026-01-31', recordedById: 'per_o' } };

describe('ORG-26 secretaries of communities', () => {
  it('ORG-26 file their personal matters once a year, while they hold the post', () => {
    given(oversightDecider).when(file('2026-01-31')).then(filed);
    given(oversightDecider, filed).when(file('2026-11-30')).then();
    given(oversightDecider).when(file('2026-12-02')).thenRejected('FUTURE_DATED');
    given(oversightDecider).when(file('2024-01-09')).thenRejected('STATE_NOT_ALLOWED');
    given(oversightDecider)
      .when(file('2026-05-01', { held: { ...held, leftOn: '2026-05-01' } }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(oversightDecider)
      .when(file('2026-05-01', { held: null }))
      .thenRejected('NOT_FOUND');
  });
  it('ORG-26 are audited from the 90th day before an election to the 90th after; later is marked', () => {
    given(oversightDecider).when(audit('2026-03-31')).thenRejected('AUDIT_NOT_DUE', { opensOn: '2026-04-01' });
    given(oversightDecider).when(audit('2026-04-01')).then(audited('2026-04-01'));
    given(oversightDecider).when(audit('2026-09-28')).then(audited('2026-09-28'));
    given(oversightDecider)
      .when(audit('2026-09-29'))
      .then(audited('2026-09-29', ['AUDIT_LATE']));
    given(oversightDecider, audited('2026-04-01')).when(audit('2026-04-02')).thenRejected('AUDIT_NOT_DUE', { opensOn: null });
    given(oversightDecider, audited('2026-04-01')).when(audit('2026-04-01')).then();
  });
  it('ORG-26 owe one audit for leaving within the window of an election, another when the windows lie apart', () => {
    const near = { code: 'leaving', on: '2026-07-31' } as const;
    const far = { code: 'leaving', on: '2026-11-30' } as const;
    const owed = (...occasions: (typeof election | typeof near | typeof far)[]) =>
      owedOn(
        occasions.map((occasion) => windowOf(occasion, 90)),
        ['2026-06-01'],
        '2026-11-30',
      )?.on;
    expect(owed(election, near)).toBeUndefined();
    expect(owed(election, far)).toBe('2026-11-30');
  });
  it('ORG-26 are not audited for what nobody knows of', () =>
    given(oversightDecider)
      .when(audit('2026-06-30', { occasions: [] }))
      .thenRejected('AUDIT_NOT_DUE'));
});

it('ORG-26 whatever is filed, a year has one report and an occasion one audit', () => {
  const day = fc.integer({ min: 0, max: 600 }).map((days) => new Date(Date.parse('2025-04-01') + days * 86_400_000).toISOString().slice(0, 10));
  const commands = fc.oneof(
    day.map((date) => file(date)),
    day.map((date) => audit(date)),
  );
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 20, size: 'max' }), (sequence) =>
      walk(oversightDecider, sequence, (_before, { years, audits }) => {
        expect(new Set(years).size).toBe(years.length);
        expect(audits.length).toBeLessThanOrEqual(1);
      }),
    ),
    { numRuns: 500, seed: 20260630 },
  );
});
