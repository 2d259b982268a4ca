import * as operations from '@zhitong/catalogue/operations/meetings.ts';
import { answer, useCase } from '@zhitong/platform';
import { themeDayStream } from '../domain/themeday/theme-day.stream.ts';
import { actorOf, today } from './actor.ts';
import { nodeOf } from './organization-rows.ts';

const fixThemeDay = useCase(operations.fixThemeDay, async ({ organizationId, dayOfMonth, fromOn }, kit) => {
  await kit.allow({ organizationId });
  const { kind, state } = nodeOf(kit.treeNow, organizationId);
  const command = { type: 'FixThemeDay', organizationId, kind, state, dayOfMonth, fromOn, today: today(kit), byId: actorOf(kit).id } as const;
  return kit.handle(themeDayStream, organizationId, command);
});

const themeDay = answer(operations.themeDay, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  const { days } = (await kit.peek(themeDayStream, organizationId)).state;
  return { days: days.map((day) => ({ ...day })) };
});

export const themeDayUseCases = [fixThemeDay, themeDay];
