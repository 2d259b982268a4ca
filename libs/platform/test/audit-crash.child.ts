import { defineCommand } from '@zhitong/catalogue';
import { armCrashPoint } from '@zhitong/eventing';
import { eventually } from '@zhitong/testing/eventually.ts';
import { z } from 'zod';
import { auditCollection, type AuditRecord } from '../src/audit/audit-record.ts';
import { useCase } from '../src/service/service-definition.ts';
import { note, startNotes } from './notes.samples.ts';

// Starts a service and sends it commands of people, each once, until it is killed; without a number of commands it only says what it found.
const [folder = '', run = '', commands = '0'] = process.argv.slice(2);
armCrashPoint(process.env['ZT_CRASH_AT'], process.env['NODE_ENV']);
const now = () => '2026-03-01T09:00:00.000Z';

const takeNote = defineCommand({
  name: 'takeNote',
  context: 'organizations',
  path: '/notes',
  summary: 'Takes a note.',
  right: 'none',
  reach: 'anyone',
  input: z.strictObject({ id: z.string(), nth: z.int() }),
});
const taking = useCase(takeNote, async ({ id, nth }, kit) => {
  await kit.allow({ personId: 'per_1' });
  return kit.handle(note, id, nth);
});
const service = await startNotes(folder, now, { useCases: [taking] });
const { runtime } = service;

const take = (nth: number) =>
  runtime.execute(
    'takeNote',
    { id: `n${nth % 3}`, nth },
    {
      subject: { kind: 'person', personId: 'per_1', grantId: 'grt_1', organizationId: 'org_1' },
      now: now(),
      commandId: `run-${run}-${nth}`,
      bodyHash: String(nth),
      correlationId: `run-${run}-${nth}`,
      language: 'zh',
    },
  );
const wanted = Number(commands);
for (let nth = 0; nth < wanted; nth += 4) await Promise.all([0, 1, 2, 3].map((beside) => take(nth + beside)));
await eventually(() => runtime.readiness().ready && runtime.consumer.lag() === 0, 20_000);

if (wanted === 0) {
  const streams = [0, 1, 2].map((id) => `organizations.note-n${id}`);
  const stored = (await Promise.all(streams.map((stream) => runtime.adapters.store.load(stream)))).flat();
  const { items } = await runtime.adapters.documents.query<AuditRecord>(auditCollection.name, { where: [], limit: 1000 });
  const recorded = items.map(({ command, target, operation, actorId, organizationId }) => [command?.commandId, target, operation, actorId, organizationId]);
  const expected = stored.map(({ commandId, stream, actorId, organizationId }) => [commandId, stream, 'takeNote', actorId, organizationId ?? null]);
  process.stdout.write(JSON.stringify({ recorded: recorded.sort(), expected: expected.sort(), sound: (await runtime.audit.verify()).firstBad === null }));
}
await service.stop();
