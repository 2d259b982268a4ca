import * as operations from '@zhitong/catalogue/operations/inbox.ts';
import { Rejected, shanghaiDate } from '@zhitong/kernel';
import { answer, useCase, type Kit } from '@zhitong/platform';
import { digestStream } from '../domain/digest/digest.stream.ts';
import { digestReaders, timesOn } from '../projections/digest-readers.projection.ts';
import { usualTimes } from './link-settings.ts';

async function self(kit: Kit): Promise<string> {
  const { subject } = kit.call;
  if (subject.kind !== 'person') throw new Rejected('FORBIDDEN_ROLE', 'Only a person has a digest.');
  await kit.allow({ personId: subject.personId });
  return subject.personId;
}

const setMyDigest = useCase(operations.setMyDigest, async ({ effectiveOn, ...times }, kit) => {
  const personId = await self(kit);
  return kit.handle(digestStream, personId, { type: 'SetDigestTimes', personId, times, effectiveOn, at: kit.call.now });
});

const myDigest = answer(operations.myDigest, async (_input, kit) => {
  const personId = await self(kit);
  const readers = kit.rows(digestReaders);
  const times = (await readers.get(personId))?.times ?? [];
  const today = shanghaiDate(kit.call.now);
  const days = [...new Set(times.map(({ effectiveOn }) => effectiveOn).filter((day) => day > today))].sort();
  const usual = usualTimes(kit.settings, kit.call.now);
  const on = (day: string) => {
    const { time, quietFrom, quietUntil } = timesOn({ times }, day) ?? usual;
    return { time, quietFrom, quietUntil };
  };
  return { today: on(today), later: days.map((effectiveOn) => ({ ...on(effectiveOn), effectiveOn })), lagSeconds: readers.lagSeconds() };
});

export const ownDigestUseCases = [setMyDigest, myDigest];
