import { defineStream } from '@zhitong/eventing';
import { settingDecider } from './setting.decider.ts';

export const settingStream = defineStream({ context: 'organizations', category: 'setting', decider: settingDecider, eventTypes: ['SettingChanged'] });
