import { addDays, ensure, Rejected, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';
import { settingsCatalogue, type Level, type Role, type SettingAuthority, type SettingDefinition } from '@zhitong/catalogue';
import type { SettingEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/setting_events.ts';

export type SettingEvent = EventOf<SettingEvents>;

export interface ChangeSetting {
  readonly type: 'Change';
  readonly key: string;
  readonly organizationId: string;
  /** Level of the organization it is set for. */
  readonly level: Level;
  readonly valueJson: string;
  readonly effectiveOn: string;
  readonly reasonRef: string;
  readonly byId: string;
  /** Role acted under; null for the introduction of the system. */
  readonly role: Role | null;
  readonly at: string;
}

interface Setting {
  /** Newest value by organization and day. */
  readonly values: Readonly<Record<string, string>>;
}

/** For whom each rank may set a value; a person's own settings are not set here. */
const levelsOf: Readonly<Record<SettingAuthority, readonly Level[]>> = {
  city: ['city'],
  operator: ['city'],
  district: ['city', 'district'],
  center: ['city', 'district'],
  person: [],
};

/** What the platform operator sets is the system administrator's, everything else the organization department's (requirements section 10). */
const roleFor = (who: SettingAuthority): Role => (who === 'operator' ? 'systemAdministrator' : 'organizationOfficer');

function ensureValue({ schema, min, max }: SettingDefinition, valueJson: string): void {
  let value: unknown;
  try {
    value = JSON.parse(valueJson);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Rejected('SETTING_OUT_OF_RANGE', 'The value is no JSON.');
    throw error;
  }
  ensure(schema.safeParse(value).success, 'SETTING_OUT_OF_RANGE', 'The value is of another kind or out of range.', { min, max });
}

function change({ values }: Setting, command: ChangeSetting): readonly SettingEvent[] {
  const { key, organizationId, level, valueJson, effectiveOn, reasonRef, byId, role, at } = command;
  const definition = settingsCatalogue.get(key);
  if (definition === undefined) throw new Rejected('NOT_FOUND', 'There is no such setting.');
  ensure(role === null || role === roleFor(definition.who), 'FORBIDDEN_ROLE', 'Another role changes this setting.', { who: definition.who });
  ensure(levelsOf[definition.who].includes(level), 'FORBIDDEN_ROLE', 'This rank does not change the setting.', { who: definition.who });
  const tomorrow = addDays(shanghaiDate(at), 1);
  ensure(effectiveOn >= tomorrow, 'SETTING_RETROACTIVE', 'A setting changes from tomorrow on at the earliest.', { earliest: tomorrow });
  ensureValue(definition, valueJson);
  if (values[`${organizationId}@${effectiveOn}`] === valueJson) return [];
  return [{ type: 'SettingChanged', data: { settingCode: key, organizationId, valueJson, effectiveOn, changedById: byId, reasonRef } }];
}

/** One setting and all its values; a value that has come into force is never touched again. */
export const settingDecider: Decider<Setting, ChangeSetting, SettingEvent> = {
  initial: { values: {} },
  decide: change,
  evolve: ({ values }, { data }) => ({ values: { ...values, [`${data.organizationId}@${data.effectiveOn}`]: data.valueJson } }),
};
