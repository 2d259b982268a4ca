import { describe, expect, it } from '@jest/globals';
import type { AnyProjection, Change, RecordedEvent } from '@zhitong/eventing';
import { recordedEvent } from '@zhitong/testing';
import { grantsProjection, settingsProjection } from './access.projections.ts';

/** Folds events of one stream as the engine does: the row of its only key. */
async function rowAfter({ sources }: Pick<AnyProjection, 'sources'>, events: readonly RecordedEvent[]): Promise<unknown> {
  let row: unknown = null;
  for (const event of events) {
    const changes = await sources[0]?.handler(event.type)?.(event, {} as never);
    for (const change of [changes ?? []].flat<unknown>() as Change<unknown>[]) row = change.fold(row);
  }
  return row;
}

const body = (grantId: string, untilDate?: string) => ({
  grantId,
  personId: 'per_1',
  role: 'secretary',
  organizationId: 'org_a',
  view: 'line',
  fromDate: '2026-03-01',
  untilDate,
});
const grants = (...facts: readonly (readonly [type: string, data: object])[]) =>
  rowAfter(
    grantsProjection,
    facts.map(([type, data], at) => recordedEvent('organizations.grants-per_1', at + 1, type, { personId: 'per_1', ...data })),
  );
const live = (grantId: string, until: string | null = null) => ({
  grantId,
  role: 'secretary',
  organizationId: 'org_a',
  view: 'line',
  from: '2026-03-01',
  until,
});

describe('the rights of a person in every service', () => {
  it('SEC-13 a proposal gives nothing until it is confirmed', async () => {
    expect(await grants(['GrantProposed', body('grt_1')])).toMatchObject({ grants: [], version: 1 });
    expect(await grants(['GrantProposed', body('grt_1')], ['GrantProposed', body('grt_2')], ['GrantConfirmed', { grantId: 'grt_1' }])).toMatchObject({
      grants: [live('grt_1')],
      version: 3,
    });
  });
  it('a revoked grant is gone at once, a revoked proposal cannot be confirmed any more', async () => {
    expect(await grants(['GrantGiven', body('grt_1')], ['GrantGiven', body('grt_2')], ['GrantRevoked', { grantId: 'grt_1' }])).toMatchObject({
      grants: [live('grt_2')],
      version: 3,
    });
    expect(await grants(['GrantProposed', body('grt_1')], ['GrantRevoked', { grantId: 'grt_1' }], ['GrantConfirmed', { grantId: 'grt_1' }])).toMatchObject({
      grants: [],
    });
  });
  it('an ended grant is valid to the end of its last day, never longer than it was given for', async () => {
    expect(await grants(['GrantGiven', body('grt_1')], ['GrantEnded', { grantId: 'grt_1', endedOn: '2026-04-01' }])).toMatchObject({
      grants: [live('grt_1', '2026-04-01')],
    });
    expect(await grants(['GrantGiven', body('grt_1', '2026-03-15')], ['GrantEnded', { grantId: 'grt_1', endedOn: '2026-04-01' }])).toMatchObject({
      grants: [live('grt_1', '2026-03-15')],
    });
  });
});

describe('the changes of a setting in every service', () => {
  it('keeps all of them in the order they were recorded', async () => {
    const change = (version: number, valueJson: string, effectiveOn: string) =>
      recordedEvent('organizations.setting-directive.ackHours', version, 'SettingChanged', {
        settingCode: 'directive.ackHours',
        organizationId: 'org_city',
        valueJson,
        effectiveOn,
        changedById: 'per_1',
        reasonRef: 'txt_1',
      });
    expect(await rowAfter(settingsProjection, [change(1, '48', '2026-04-01'), change(2, '60', '2026-03-15')])).toMatchObject({
      key: 'directive.ackHours',
      version: 2,
      changes: [
        { valueJson: '48', effectiveOn: '2026-04-01' },
        { valueJson: '60', effectiveOn: '2026-03-15' },
      ],
    });
  });
});
