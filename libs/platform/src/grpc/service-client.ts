import { Client, credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import { operations, outputSchema, type Context, type Operation } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { metadataOf, type Outgoing } from './call-metadata.ts';
import { CircuitBreaker, usualBreaker, type BreakerOptions } from './circuit-breaker.ts';
import { channelOptions, healthService, type GrpcTls } from './grpc-server.ts';
import { methodsOn } from './package-definition.ts';
import { refusalIn } from './problem-metadata.ts';
import type { SubjectSigner } from './subject-keys.ts';
import { restorer, withoutNulls } from './wire.ts';

export interface Answered {
  readonly value: unknown;
  readonly stale: boolean;
  readonly recordedAt?: string;
}

/** Another service as this process calls it. Refusals come back as the {@link Rejected} they were. */
export interface ServiceClient {
  /** @throws {Rejected} what the service refused; `SERVICE_UNAVAILABLE` when it does not answer; `OUTCOME_UNKNOWN` when a command may have been carried out. */
  call(operation: string, input: unknown, outgoing: Outgoing): Promise<Answered>;
  /** True while a replica of the service says that it serves; false also when none answers. */
  health(): Promise<boolean>;
  close(): void;
}

export interface ClientOptions {
  readonly signer: SubjectSigner;
  readonly tls?: GrpcTls;
  readonly breaker?: BreakerOptions;
}

/** A question waits for the own write of who asks (REL-31), and for a process that has just taken over from another: late is better than refused. */
const deadlineMs = { query: 4_000, command: 10_000 } as const;
const healthMs = 1_000;
/** So many replicas are asked at once: some may be starting, leaving or stuck. */
const mostReplicasAsked = 5;

export function connectService(context: Context, address: string, { signer, tls, breaker: breakerOptions = usualBreaker }: ClientOptions): ServiceClient {
  const channel = tls ? credentials.createSsl(tls.ca, tls.key, tls.cert) : credentials.createInsecure();
  const client = new Client(address, channel, {
    ...channelOptions,
    // Several replicas stand behind one target: calls are spread over them.
    'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 2_000,
  });
  const methods = methodsOf(context);
  const breaker = new CircuitBreaker(context, breakerOptions);
  return {
    async call(operation, input, outgoing) {
      const method = methods.get(operation);
      if (!method) throw new TypeError(`${context} has no operation ${operation}`);
      const metadata = metadataOf(outgoing, await signer.sign(context, outgoing));
      const deadline = outgoing.deadlineMs ?? deadlineMs[method.operation.kind];
      try {
        const answered = await breaker.run(() => unary(client, method.wire, withoutNulls(input), metadata, deadline), isGone);
        return { ...answered, value: method.restore(answered.value) };
      } catch (error) {
        throw isServiceError(error) ? refusalOf(error, method.operation) : error;
      }
    },
    async health() {
      // Asked in one turn, so that they go to one after the other.
      const asked = Array.from({ length: mostReplicasAsked }, () => ensureServes(client));
      return Promise.any(asked).then(
        () => true,
        () => false,
      );
    },
    close: () => client.close(),
  };
}

type WireMethod = Pick<MethodDefinition<object, object>, 'path' | 'requestSerialize' | 'responseDeserialize'>;

interface Method {
  readonly operation: Operation;
  readonly wire: WireMethod;
  readonly restore: (value: unknown) => unknown;
}

function methodsOf(context: Context): ReadonlyMap<string, Method> {
  const wires = methodsOn(context);
  return new Map(
    operations.flatMap((operation) => {
      const wire = operation.context === context ? wires.get(operation.name) : undefined;
      return wire ? [[operation.name, { operation, wire, restore: restorer(outputSchema(operation)) }] as const] : [];
    }),
  );
}

/** @throws {ServiceError} when a replica does not answer; {RangeError} when it answers that it does not serve. */
async function ensureServes(client: Client): Promise<void> {
  const { value } = await unary(client, healthMethod(), { service: '' }, new Metadata(), healthMs);
  const status = typeof value === 'object' && value !== null && 'status' in value ? value.status : undefined;
  if (status !== 'SERVING' && status !== 1) throw new RangeError(`it answers ${String(status)}`);
}

function healthMethod(): WireMethod {
  const check = healthService['Check'] ?? healthService['check'];
  if (!check) throw new TypeError('The health service has no Check');
  return check;
}

function unary(client: Client, method: WireMethod, input: unknown, metadata: Metadata, deadline: number): Promise<Answered> {
  return new Promise((resolve, reject) => {
    let headers = new Metadata();
    const body: object = typeof input === 'object' && input !== null ? input : {};
    client
      .makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        body,
        metadata,
        { deadline: Date.now() + deadline },
        (error, value) => {
          if (error) return reject(error);
          const [recordedAt] = headers.get('x-recorded-at');
          resolve({ value, stale: headers.get('x-stale').length > 0, ...(recordedAt === undefined ? {} : { recordedAt: String(recordedAt) }) });
        },
      )
      .on('metadata', (received) => (headers = received));
  });
}

const isServiceError = (error: unknown): error is ServiceError => error instanceof Error && 'metadata' in error && 'code' in error;

/** The service itself is gone or hangs; a refusal of a service that works is none of this. */
const isGone = (error: unknown): boolean =>
  isServiceError(error) && (error.code === status.UNAVAILABLE || error.code === status.DEADLINE_EXCEEDED) && !refusalIn(error.metadata);

function refusalOf(error: ServiceError, { context, kind, name }: Operation): Rejected {
  const refusal = refusalIn(error.metadata);
  if (refusal) return refusal;
  const lost = error.code === status.DEADLINE_EXCEEDED || error.code === status.UNAVAILABLE || error.code === status.CANCELLED;
  if (!lost) return new Rejected('INTERNAL', '', { operation: name });
  // Only what never left this process is known not to have happened.
  const neverSent = error.code === status.UNAVAILABLE && error.details.startsWith('round_robin: No connection established');
  if (kind === 'command' && !neverSent) return new Rejected('OUTCOME_UNKNOWN', 'No answer came; repeat with the same key.', { service: context });
  return new Rejected('SERVICE_UNAVAILABLE', `The service ${context} does not answer.`, { service: context });
}
