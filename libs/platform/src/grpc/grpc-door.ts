import { Metadata, type ServerUnaryCall } from '@grpc/grpc-js';
import { RpcException } from '@nestjs/microservices';
import { inputSchema, operations, type Context, type Operation } from '@zhitong/catalogue';
import { describe, type Clock, type Log } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { Call } from '@zhitong/kernel';
import type { Executed } from '../service/executions.ts';
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
}

/** Longest time a call may take, whatever its caller asked for. */
const longestMs = 10_000;

type Handler = (request: unknown, metadata: Metadata, wire: ServerUnaryCall<unknown, unknown>) => Promise<unknown>;

/** One way in for every operation of a context: subject first, then the call, then the use case. */
export function doorsOf(options: DoorOptions): ReadonlyMap<string, Handler> {
  return new Map(operations.filter(({ context }) => context === options.context).map((operation) => [operation.name, doorOf(operation, options)]));
}

function doorOf(operation: Operation, options: DoorOptions): Handler {
  const restore = restorer(inputSchema(operation));
  return async (request, metadata, wire) => {
    try {
      const vouched = await options.subjectKeys.verify(options.context, subjectToken(metadata));
      const input = fitting(operation, restore(request));
      const call = callOf({ operation, input, metadata, vouched, clock: options.clock });
      const executed = await withinDeadline(options.runtime.execute(operation.name, input, call), wire, operation);
      sendHeaders(wire, executed);
      return withoutNulls(executed.value);
    } catch (error) {
      throw failed(error, operation, metadata, options);
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
function failed(error: unknown, operation: Operation, metadata: Metadata, { context, log }: DoorOptions): RpcException {
  const { failure, refusal } = failureOf(error);
  if (!refusal) {
    const [traceId] = metadata.get('x-correlation-id');
    log.error({ context, operation: operation.name, traceId: String(traceId), error: describe(error) }, 'A call failed inside');
  }
  return new RpcException(failure);
}

function sendHeaders(wire: ServerUnaryCall<unknown, unknown>, { stale, recordedAt }: Executed): void {
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
