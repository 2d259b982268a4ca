import { eventually, eventuallyReaches } from '@zhitong/testing/eventually.ts';
import { Deliveries, p99 } from '../deliveries.ts';
import { Planting } from '../planting.ts';
import type { Bench } from '../row.ts';
import { inSeconds, patienceMs } from '../service-under-load.ts';
import { add, mend, parkedIn, readiness } from '../subject/client.ts';
import { poisons, sickTally } from '../subject/tally.ts';
import { expectSound } from '../verdict.ts';

const writers = 4;
const rounds = 5;
const perRound = 100;
/** Of the requirement: what the others' p99 may be of what it is without poison. So few rounds fail at twice of that. */
const mostTimes = 2;
/** Of the requirement: how long after its receipt poison is parked at most. */
const parkedMs = 30_000;

/**
 * REL-23: two services under the same load side by side, to one of which a message in a hundred is poison. What that costs the others is the ratio
 * of both p99s of what comes in at the same time, in the middle of several rounds: whatever else the machine does hits both.
 */
export async function poisonedKeys(bench: Bench): Promise<void> {
  const { note } = bench;
  const [sick, sound] = await Promise.all([Deliveries.start(bench, bench.site, writers), Deliveries.start(bench, bench.another(), writers)]);
  const planting = new Planting(sick);
  const { door, health } = sick.replica;
  await eventuallyReaches(() => Promise.resolve(Math.min(sick.took.length, sound.took.length)), rounds * perRound, patienceMs);
  const { red } = await readiness(health);
  if (red.length > 0) throw new Error(`${red.join(' and ')} red because of poison`);
  const { planted, longestMs } = await planting.stop();
  await Promise.all([mend(door), ...poisons.map((poison) => sick.hand(add, sickTally(poison), 1))]);
  await sick.stop();
  await sound.stop();
  await eventually(async () => (await parkedIn(door)).every((stream) => planting.bytes.includes(stream)), patienceMs);
  await expectSound({ ...sick, replicas: [sick.replica], poisoned: planting.bytes });
  await expectSound({ ...sound, replicas: [sound.replica] });
  const times = middleOf(Array.from({ length: rounds }, (_, round) => p99(ofRound(sick, round)) / p99(ofRound(sound, round))));
  note(`${String(planted)} of ${String(sick.took.length)} poison, parked within ${inSeconds(longestMs)}`);
  note(`others' p99 ${times.toFixed(1)} times that without (${p99(sick.took).toFixed(0)} and ${p99(sound.took).toFixed(0)} ms in all)`);
  if (times > 2 * mostTimes || longestMs > parkedMs) throw new Error('Poison costs the others too much, or is parked too late');
}

const ofRound = ({ took }: Deliveries, round: number): readonly number[] => took.slice(round * perRound, (round + 1) * perRound);

const middleOf = (all: readonly number[]): number => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
