import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { settingDecider, type ChangeSetting } from './setting.decider.ts';

const change = (fields: Partial<ChangeSetting> = {}): ChangeSetting => ({
  type: 'Change',
  key: 'org.approveDays',
  organizationId: 'org_city',
  level: 'city',
  valueJson: '20',
  effectiveOn: '2026-03-03',
  reasonRef: 'txt_1',
  byId: 'per_1',
  role: 'organizationOfficer',
  at: '2026-03-02T01:00:00.000Z',
  ...fields,
});
const decider = given(settingDecider);

describe('changing a setting', () => {
  it('from tomorrow in Shanghai on at the earliest', () => {
    decider.when(change()).thenTypes('SettingChanged');
    decider.when(change({ effectiveOn: '2026-03-02' })).thenRejected('SETTING_RETROACTIVE', { earliest: '2026-03-03' });
    decider.when(change({ at: '2026-03-02T16:00:00.000Z' })).thenRejected('SETTING_RETROACTIVE', { earliest: '2026-03-04' });
  });
  it('inside its range and of its kind', () => {
    for (const valueJson of ['5', '90']) decider.when(change({ valueJson })).thenTypes('SettingChanged');
    for (const valueJson of ['4', '91', '5.5', '"20"', 'null', '{', 'true']) decider.when(change({ valueJson })).thenRejected('SETTING_OUT_OF_RANGE');
  });
  it('by the rank it belongs to', () => {
    decider.when(change({ level: 'district', organizationId: 'org_d' })).thenRejected('FORBIDDEN_ROLE', { who: 'city' });
    decider.when(change({ key: 'directive.ackHours', level: 'district', organizationId: 'org_d' })).thenTypes('SettingChanged');
    decider.when(change({ key: 'directive.ackHours', level: 'street', organizationId: 'org_s' })).thenRejected('FORBIDDEN_ROLE');
    const ofOperator = { key: 'session.idleMinutes', role: 'systemAdministrator' } as const;
    decider.when(change(ofOperator)).thenTypes('SettingChanged');
    decider.when(change({ ...ofOperator, role: 'organizationOfficer' })).thenRejected('FORBIDDEN_ROLE', { who: 'operator' });
    decider.when(change({ role: 'systemAdministrator' })).thenRejected('FORBIDDEN_ROLE', { who: 'city' });
    decider.when(change({ ...ofOperator, role: null })).thenTypes('SettingChanged');
    decider.when(change({ key: 'no.such' })).thenRejected('NOT_FOUND');
  });
});
