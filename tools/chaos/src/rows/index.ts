import type { Row } from '../row.ts';
import { blockedLoop } from './blocked-loop.ts';
import { diskFull } from './disk-full.ts';
import { restructuredWhileKilled } from './flows.ts';
import { kafkaAway } from './kafka-away.ts';
import { killedAt } from './kills.ts';
import { lostReplies } from './lost-reply.ts';
import { membersChange } from './members-change.ts';
import { poisonedKeys } from './poison.ts';
import { rebuiltUnderLoad } from './rebuild.ts';
import { redisGone } from './redis-gone.ts';
import { serverDiskFull } from './server-disk-full.ts';
import { silentLine } from './silent-line.ts';
import { primaryGoes } from './store-outages.ts';
import { stuckServer } from './stuck-server.ts';
import { zombieRelay } from './zombie.ts';

const appending = killedAt(['append.before', 'append.stored', 'append.answered'], 200);
const consuming = killedAt(['project.read', 'project.written', 'project.saved', 'policy.read', 'policy.commanded', 'policy.saved'], 8);
const relaying = killedAt(['relay.read', 'relay.sent', 'relay.acked', 'relay.saved'], 5);

const both = (row: Omit<Row, 'runtime'>): readonly Row[] => [
  { ...row, runtime: 'embedded' },
  { ...row, runtime: 'distributed' },
];

/** Every row of the requirements that is proved by provoking the fault in running processes, the most dangerous first. */
export const rows: readonly Row[] = [
  ...both({ id: 'REL-01', group: 'R1', title: 'no receipt is lost and no commit is half when a process is killed at each step of an append', run: appending }),
  { id: 'REL-12', group: 'R2', runtime: 'distributed', title: 'everything is published in order when the relay is killed at each of its steps', run: relaying },
  ...both({ id: 'REL-22', group: 'R3', title: 'projections and policies lose and double nothing when they are killed at each of their steps', run: consuming }),
  {
    id: 'X-09',
    group: 'R3',
    runtime: 'distributed',
    title: 'X-02 X-08 X-10 X-21 X-22 each member is in one branch, and nothing done too soon, when both services are killed at each step of what moves members',
    run: restructuredWhileKilled,
  },
  ...both({
    id: 'REL-02',
    group: 'R1',
    title: 'a command whose reply is lost takes effect once and gets its first receipt when it is sent again',
    run: lostReplies,
  }),
  {
    id: 'REL-07',
    group: 'R1',
    runtime: 'distributed',
    stopsServers: true,
    title: 'commands are repeated, none lost and none doubled, when the primary is killed or steps down',
    run: primaryGoes,
  },
  {
    id: 'REL-17',
    group: 'R2',
    runtime: 'distributed',
    stopsServers: true,
    title: 'every command is answered while Kafka is away, and published once it is back',
    run: kafkaAway,
  },
  {
    id: 'REL-13',
    group: 'R2',
    runtime: 'distributed',
    title: 'a relay that slept through its lease repeats at most, and leaves the lease to its successor',
    run: zombieRelay,
  },
  { id: 'REL-15', group: 'R2', runtime: 'distributed', title: 'a change stream whose connection died without a sign is opened anew', run: silentLine },
  {
    id: 'REL-08',
    group: 'R1',
    runtime: 'embedded',
    title: 'a full disk is refused before anything is acknowledged, and room is enough to go on',
    run: diskFull,
  },
  {
    id: 'REL-08',
    group: 'R1',
    runtime: 'distributed',
    stopsServers: true,
    title: 'a disk of MongoDB without room is refused before anything is acknowledged, reads go on, and nobody of ours ends',
    run: serverDiskFull,
  },
  {
    id: 'REL-35',
    group: 'R4',
    runtime: 'distributed',
    stopsServers: true,
    title: 'relay, projections and policies go on while Redis is gone and when it is back empty',
    run: redisGone,
  },
  ...both({ id: 'REL-23', group: 'R3', title: 'one message in a hundred is poison, and those of other keys arrive as before', run: poisonedKeys }),
  { id: 'REL-24', group: 'R3', runtime: 'distributed', title: 'nothing is lost or doubled while members of the group come and go', run: membersChange },
  ...both({ id: 'REL-25', group: 'R3', title: 'a rebuild that is killed twice is the fold in the end, with no failed read', run: rebuiltUnderLoad }),
  {
    id: 'REL-32',
    group: 'R4',
    runtime: 'distributed',
    stopsServers: true,
    title: 'a server that is stuck but alive is named by the parts that stand still, and heals without a restart',
    run: stuckServer,
  },
  { id: 'REL-32', group: 'R4', runtime: 'embedded', title: 'a process whose loop was blocked goes on without a restart', run: blockedLoop },
];
