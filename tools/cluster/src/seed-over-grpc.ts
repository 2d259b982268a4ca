import { operations, receiptSchema, type Context } from '@zhitong/catalogue';
import { backoff } from '@zhitong/eventing/backoff.ts';
import { clockOf, commandIdOf, connectService, createSubjectSigner, subjectKeysAt, type ServiceClient } from '@zhitong/platform';
import { Rejected, shanghaiDate } from '@zhitong/kernel';
import { openPersonas, seedCity, type Profile, type Send } from '@zhitong/seed';
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
export async function seedOverGrpc({ dataFolder, ...options }: SeedOverGrpcOptions): Promise<void> {
  await openPersonas(dataFolder, async () => {
    const told = options.environment?.['ZT_CLOCK_FILE'];
    const clock = clockOf({ ZT_CLOCK_FILE: told });
    const signer = await createSubjectSigner(await subjectKeysAt(join(dataFolder, 'keys', 'subject-keys.json')), clock);
    const clients = new Map<Context, ServiceClient>(
      (['organizations', 'members'] as const).map((context) => [context, connectService(context, options.addresses[context], { signer })]),
    );
    // A meeting is announced ahead: none in a city that begins in the past.
    const meetings = options.baseDate === shanghaiDate(clock.now());
    // Nothing has happened yet where somebody drives it through its time.
    const life = meetings && told === undefined;
    try {
      return await seedCity({ ...options, meetings, life, send: sendingBy(clients), concurrency: 32 });
    } finally {
      for (const client of clients.values()) client.close();
    }
  });
}

const byName = new Map(operations.map((operation) => [operation.name, operation]));

const sendingBy =
  (clients: ReadonlyMap<Context, ServiceClient>): Send =>
  async (name, input, key) => {
    const operation = byName.get(name);
    const client = operation && clients.get(operation.context);
    if (!client) throw new Error(`${name} cannot be sent`);
    const outgoing = { subject: { kind: 'system', policy: 'seed' }, idempotencyKey: key, correlationId: commandIdOf('seed', key), language: 'en' } as const;
    const { value } = await persistently(() => client.call(name, input, outgoing));
    return receiptSchema.parse(value);
  };

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
