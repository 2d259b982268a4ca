import { startCluster, type Cluster } from '../../cluster/src/index.ts';
import { inParallel, systemClock } from '@zhitong/eventing';
import { Rejected, shanghaiDate } from '@zhitong/kernel';
import { connectService, createSubjectSigner, subjectKeysAt, type ServiceClient } from '@zhitong/platform';
import { eventually } from '@zhitong/testing/eventually.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { personasIn, planMembers } from '../../seed/src/index.ts';
import { startStack } from '../../stack/src/index.ts';
import type { Rows } from './rows.ts';

const many = 500;
/** No more than these were there before; the numbers of persons are given by their places. */
const seeded = 5_000;
/** Telephones in the room that ask at the same moment. */
const atOnce = 64;
const minuteMs = 60_000;

interface Attendee {
  readonly personId: string;
  readonly grantId: string;
}

/** A full room signs in at once, on the distributed runtime with two processes of the service. */
export async function signInRows(): Promise<Rows> {
  const stack = await startStack({ own: true });
  const folder = temporaryFolder();
  const options = { servers: stack, dataFolder: folder.path, prefix: 'room', replicas: { organizations: 2 }, gateways: 1, port: 0 } as const;
  const baseDate = shanghaiDate(systemClock.now());
  const cluster = await startCluster({
    ...options,
    profile: 'tiny',
    seed: 7,
    baseDate,
    environment: { ZHITONG_LOG_LEVEL: 'error' },
    progress: () => undefined,
  });
  const room = await openRoom(cluster, folder.path);
  return {
    rows: [],
    findings: [
      {
        id: 'S1',
        what: `${String(many)} members of one branch sign in to one meeting, ${String(atOnce)} at a time, two processes`,
        against: 'a limit',
        reach: '<= 60 s, nobody refused',
        async find() {
          const { ms, slowestMs, refused, present } = await room.signIn();
          const ours = `${(ms / 1000).toFixed(1)} s, slowest ${slowestMs.toFixed(0)} ms, ${String(refused)} refused, ${String(present)} present`;
          return { ours, theirs: '', reached: ms <= minuteMs && refused === 0 && present === many };
        },
      },
    ],
    async close() {
      room.close();
      await cluster.stop();
      await stack.stop();
      folder.remove();
    },
  };
}

async function openRoom(cluster: Cluster, folder: string) {
  const signer = await createSubjectSigner(await subjectKeysAt(join(folder, 'keys', 'subject-keys.json')), systemClock);
  const clientOf = (context: 'organizations' | 'members', name: string): ServiceClient =>
    connectService(context, cluster.children.find((child) => child.name === name)?.ready['grpc'] ?? '', { signer });
  const members = clientOf('members', 'members-1');
  const replicas = [clientOf('organizations', 'organizations-1'), clientOf('organizations', 'organizations-2')] as const;
  const [organizations] = replicas;
  const outgoing = () => ({ idempotencyKey: randomUUID(), correlationId: randomUUID(), language: 'en' }) as const;
  const importer = { kind: 'system', policy: 'seed' } as const;
  const call = async (client: ServiceClient, operation: string, input: object) =>
    Object((await client.call(operation, input, { subject: importer, ...outgoing() })).value) as Readonly<Record<string, unknown>>;
  const personas = personasIn(folder);
  const organizationId = personas.find(({ login }) => login.startsWith('branch-'))?.organizationId ?? '';
  const today = shanghaiDate(systemClock.now());

  async function fill(): Promise<readonly Attendee[]> {
    const places = Array.from({ length: seeded + many }, (_, n) => ({ key: `room/${String(n)}`, branch: organizationId, member: n }));
    const attendees: Attendee[] = [];
    await inParallel([...planMembers(places, 99, today)].slice(seeded), 32, async ({ key: _key, branch: _branch, ...member }) => {
      const { id: personId } = await call(members, 'registerMember', { ...member, source: 'initialLoad', branchId: organizationId });
      const { id: grantId } = await call(organizations, 'giveGrant', { personId, role: 'member', organizationId, fromOn: today });
      attendees.push({ personId: String(personId), grantId: String(grantId) });
    });
    return attendees;
  }

  async function begin(): Promise<string> {
    const meeting = { organizationId, kinds: ['memberMeeting'], startsAt: systemClock.now(), title: '党员大会' };
    const { id } = await call(organizations, 'planMeeting', meeting);
    const meetingId = String(id);
    await call(organizations, 'holdMeeting', { meetingId, heldOn: today });
    return meetingId;
  }

  const present = async (meetingId: string) => Object((await call(organizations, 'getMeeting', { meetingId }))['attendance']) as { readonly present: number };

  return {
    async signIn() {
      const attendees = await fill();
      const meetingId = await begin();
      await eventually(async () => Number((await call(organizations, 'getMeeting', { meetingId }))['expected']) >= many, 2 * minuteMs);
      const { signInCode } = await call(organizations, 'meetingCode', { meetingId });
      const took: number[] = [];
      let refused = 0;
      const start = performance.now();
      await inParallel(attendees, atOnce, async ({ personId, grantId }) => {
        const began = performance.now();
        const subject = { kind: 'person', personId, organizationId, grantId } as const;
        const replica = took.length % 2 === 0 ? replicas[0] : replicas[1];
        await replica.call('signInToMeeting', { meetingId, signInCode }, { subject, ...outgoing() }).catch((error: unknown) => {
          if (!(error instanceof Rejected)) throw error;
          refused += 1;
        });
        took.push(performance.now() - began);
      });
      const ms = performance.now() - start;
      await eventually(async () => (await present(meetingId)).present === many - refused, minuteMs);
      return { ms, slowestMs: Math.max(...took), refused, present: (await present(meetingId)).present };
    },
    close: () => [members, ...replicas].forEach((client) => client.close()),
  };
}
