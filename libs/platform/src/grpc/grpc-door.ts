import { Metadata, type ServerUnaryCall } from '@grpc/grpc-js';
import { RpcException } from '@nestjs/microservices';
import { inputSchema, operations, type Context, type Operation } from '@zhitong/catalogue';
import { describe, type Clock, type Log } from '@zhitong/eventing';
import { actorIdOf, Rejected } from '@zhitong/kernel';
import type { Call, Subject } from '@zhitong/kernel';
import type { Executed } from '../service/executions.ts';
import { SecurityLog, type AttemptNotes } from '../telemetry/security-log.ts';
import { callOf, subjectToken } from './call-metadata.ts';
import { failureOf } from './problem-metadata.ts';
import type { SubjectVerifier } from './subject-keys.ts';
import { restorer, withoutNulls } from './wire.ts';

/** The part of a service that the wire needs. */
export interface ServiceDoor {
  execute(operationName: string, input: unknown, call: Call): Promise<Executed>;
}

export interface DoorOptions {
  readonly context: Context;
  readonly runtime: ServiceDoor;
  readonly subjectKeys: SubjectVerifier;
  readonly clock: Clock;
  readonly log: Log;
  /** Where attempts on the doors are told of; default: the security log, in `log`. */
  readonly attempts?: AttemptNotes;
}

/** Longest time a call may take, whatever its caller asked for. */
const longestMs = 10_000;

type Handler = (request: unknown, metadata: Metadata, wire: ServerUnaryCall<unknown, unknown>) => Promise<unknown>;

/** One way in for every operation of a context: subject first, then the call, then the use case. */
export function doorsOf(options: DoorOptions): ReadonlyMap<string, Handler> {
  const { attempts = new SecurityLog(options.log) } = options;
  const own = operations.filter(({ context }) => context === options.context);
  return new Map(own.map((operation) => [operation.name, doorOf(operation, { ...options, attempts })]));
}

function doorOf(operation: Operation, options: Required<DoorOptions>): Handler {
  const restore = restorer(inputSchema(operation));
  return async (request, metadata, wire) => {
    let subject: Subject | undefined;
    try {
      const vouched = await options.subjectKeys.verify(options.context, subjectToken(metadata));
      ({ subject } = vouched);
      const input = fitting(operation, restore(request));
      const call = callOf({ operation, input, metadata, vouched, clock: options.clock });
      const executed = await withinDeadline(options.runtime.execute(operation.name, input, call), wire, operation);
      sendHeaders(wire, executed);
      return withoutNulls(executed.value);
    } catch (error) {
      throw failed(error, { operation, metadata, subject }, options);
    }
  };
}

/** The gateway checks for people; a service takes nobody's word for it. @throws {Rejected} `VALIDATION_FAILED` naming the fields, never a value. */
function fitting({ input }: Operation, given: unknown): unknown {
  const read = input.safeParse(given);
  if (read.success) return read.data;
  const fields = [...new Set(read.error.issues.map(({ path }) => path.map(String).join('.')))].slice(0, 50);
  throw new Rejected('VALIDATION_FAILED', 'Some fields are not as required.', { fields });
}

/** Nest passes on what an `RpcException` holds, and replaces every other error. */
function failed(error: unknown, { operation, metadata, subject }: Failed, { context, log, attempts }: Required<DoorOptions>): RpcException {
  const { failure, refusal } = failureOf(error);
  const traceId = traceIdIn(metadata);
  if (!refusal) log.error({ context, operation: operation.name, traceId, error: describe(error) }, 'A call failed inside');
  if (refusal && !isAudited(subject, operation)) {
    const actorId = subject?.kind === 'system' ? actorIdOf(subject) : undefined;
    attempts.attempted({ actorId, operation: operation.name, code: refusal.code, traceId });
  }
  return new RpcException(failure);
}

interface Failed {
  readonly operation: Operation;
  readonly metadata: Metadata;
  /** Undefined while nobody vouches for the caller. */
  readonly subject: Subject | undefined;
}

/** The audit holds what people are refused, and what the platform asks for itself is no attempt; all else has no other record. */
const isAudited = (subject: Subject | undefined, { right }: Operation): boolean =>
  subject?.kind === 'person' || (subject?.kind === 'system' && right === 'none');

/** Whoever calls writes it. */
function traceIdIn(metadata: Metadata): string {
  const [given] = metadata.get('x-correlation-id');
  return /^[0-9a-f-]{8,64}$/.exec(String(given))?.[0] ?? '';
}

function sendHeaders(wire: ServerUnaryCall<unknown, unknown>, { stale, recordedAt }: Executed): void {
  if (!stale && recordedAt === undefined) return;
  const headers = new Metadata();
  if (stale) headers.set('x-stale', 'true');
  if (recordedAt !== undefined) headers.set('x-recorded-at', recordedAt);
  wire.sendMetadata(headers);
}

/** What is not ready in time goes on, but nobody waits for it any longer: a command's outcome is unknown then. */
async function withinDeadline<Answer>(
  work: Promise<Answer>,
  wire: Pick<ServerUnaryCall<unknown, unknown>, 'getDeadline'>,
  operation: Operation,
): Promise<Answer> {
  const asked = Number(wire.getDeadline()) - Date.now();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(tooLate(operation)), Math.max(0, Math.min(longestMs, asked)));
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

const tooLate = ({ kind, name }: Operation) =>
  kind === 'command'
    ? new Rejected('OUTCOME_UNKNOWN', 'The command was not finished in time; repeat it with the same key.', { operation: name })
    : new Rejected('SERVICE_UNAVAILABLE', 'The answer was not ready in time.', { operation: name });
