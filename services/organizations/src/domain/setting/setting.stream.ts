import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { settingDecider } from './setting.decider.ts';

export const settingStream = defineStream({ ...aggregates.organizations.setting, decider: settingDecider });
