import { operations, receiptSchema, type Context, type Receipt } from '@zhitong/catalogue';
import { backoff } from '@zhitong/eventing/backoff.ts';
import { clockOf, commandIdOf, connectService, createSubjectSigner, subjectKeysAt, type ServiceClient } from '@zhitong/platform';
import { Rejected, shanghaiDate } from '@zhitong/kernel';
import { seedCity, type Profile } from '@zhitong/seed';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SeedOverGrpcOptions {
  readonly addresses: Readonly<Record<Context, string>>;
  readonly dataFolder: string;
  readonly profile: Profile;
  readonly seed: number;
  readonly baseDate: string;
  /** What the processes of the city are told. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly progress: (step: string, done: number, of: number) => void;
}

/** Fills the city through the doors of its services, once; the personas file says that it is done. */
export async function seedOverGrpc({ addresses, dataFolder, profile, seed, baseDate, environment = {}, progress }: SeedOverGrpcOptions): Promise<void> {
  const personas = join(dataFolder, 'personas.json');
  if (existsSync(personas)) return;
  const clock = clockOf({ ZT_CLOCK_FILE: environment['ZT_CLOCK_FILE'] });
  const signer = await createSubjectSigner(await subjectKeysAt(join(dataFolder, 'keys', 'subject-keys.json')), clock);
  const clients = new Map<Context, ServiceClient>(
    (['organizations', 'members'] as const).map((context) => [context, connectService(context, addresses[context], { signer })]),
  );
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const send = async (name: string, input: object, key: string): Promise<Receipt> => {
    const operation = byName.get(name);
    const client = operation && clients.get(operation.context);
    if (!client) throw new Error(`${name} cannot be sent`);
    const outgoing = { subject: { kind: 'system', policy: 'seed' }, idempotencyKey: key, correlationId: commandIdOf('seed', key), language: 'en' } as const;
    const { value } = await persistently(() => client.call(name, input, outgoing));
    return receiptSchema.parse(value);
  };
  // A meeting is announced ahead: none in a city that begins in the past.
  const meetings = baseDate === shanghaiDate(clock.now());
  const logins = await seedCity({ profile, seed, baseDate, meetings, send, progress, concurrency: 32 });
  writeFileSync(personas, JSON.stringify(logins));
  for (const client of clients.values()) client.close();
}

const passing = new Set(['SERVICE_UNAVAILABLE', 'OUTCOME_UNKNOWN', 'CONFLICT', 'STORE_UNAVAILABLE', 'OVERLOADED']);

const patienceMs = 300_000;
const waits = { minMs: 200, maxMs: 5_000 };

/** A service that starts or cannot keep up, or an answer that was lost: the same key again, less and less often. */
async function persistently<Result>(send: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + patienceMs;
  for (let failures = 1; ; failures++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Rejected) || !passing.has(error.code) || performance.now() > until) throw error;
      await backoff(failures, waits);
    }
  }
}
