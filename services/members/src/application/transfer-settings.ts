import type { Kit } from '@zhitong/platform';
import type { TransferSettings } from '../domain/member/transfer.commands.ts';

/** Days and limits of the process in force now. */
export function transferSettings({ settings, call }: Pick<Kit, 'settings' | 'call'>): TransferSettings {
  const number = (key: string) => settings.number(`transfer.${key}`, call.now);
  return {
    branchDays: number('branchDays'),
    approveDays: number('approveDays'),
    acceptDays: number('acceptDays'),
    assignDays: number('assignDays'),
    lapseDays: number('lapseDays'),
    letterDays: number('letterDays'),
    letterMaxDays: number('letterMaxDays'),
    outOfProvinceMaxDays: number('outOfProvinceMaxDays'),
    maxReissue: number('maxReissue'),
    stubYears: number('stubYears'),
  };
}
