import type { Operation, Receipt } from '@zhitong/catalogue';
import { receiptOf } from '@zhitong/eventing';
import { Rejected, type Call } from '@zhitong/kernel';
import { treeStreamName } from '../access/live-tree.ts';
import type { AuditEntry } from '../audit/audit-record.ts';
import type { ContentStore } from '../content/content-store.ts';
import { decideRole } from '../access/scope.ts';
import { refusalStatuses } from '../http/refusals.ts';
import { createBuses, type Buses } from './buses.ts';
import { bindKit, isImporter, type BoundKit, type KitDependencies } from './kit-factory.ts';
import type { UseCase } from './service-definition.ts';
import type { ServiceAdapters } from './adapters.ts';

export interface Executed {
  readonly value: unknown;
  /** The answer does not yet contain the caller's own writes. */
  readonly stale: boolean;
  /** When the last commit of a command was recorded. */
  readonly recordedAt?: string;
}

export interface ExecutionsOptions extends Omit<KitDependencies, 'content' | 'rehearsal'> {
  readonly useCases: readonly UseCase[];
  readonly content: ContentStore;
  readonly store: ServiceAdapters['store'];
  /** The own tree has changed: whoever asks next decides on it. */
  readonly treeChanged: () => Promise<void>;
  /** Lets `system:seed` in. */
  readonly admitsImporter: boolean;
}

/** Carries calls to their use cases and puts on record what came of them. */
export class Executions {
  readonly #useCases: ReadonlyMap<string, UseCase>;
  #buses: Buses | undefined;

  constructor(private readonly options: ExecutionsOptions) {
    this.#useCases = new Map(options.useCases.map((useCase) => [useCase.operation.name, useCase]));
  }

  async open(): Promise<void> {
    this.#buses = await createBuses([...this.#useCases.values()]);
  }

  async close(): Promise<void> {
    await this.#buses?.close();
  }

  operations(): readonly Operation[] {
    return [...this.#useCases.values()].map(({ operation }) => operation);
  }

  /** @throws {Rejected} what the use case refuses, a refused right being on record then; `SERVICE_UNAVAILABLE` instead of a `NOT_FOUND` that came too early. */
  async execute(name: string, input: unknown, call: Call): Promise<Executed> {
    const operation = this.#useCases.get(name)?.operation;
    if (!operation || !this.#buses) throw new Rejected('NOT_FOUND', 'There is no such use case.', { operation: name });
    const { content, admitsImporter } = this.options;
    if (isImporter(call) && !admitsImporter) throw new Rejected('FORBIDDEN_ROLE', 'This installation takes no importer in.');
    const bound = await bindKit(operation, call, { ...this.options, content: content.forCall(call.commandId) });
    let value: unknown;
    try {
      if (!isImporter(call)) decideRole({ actor: bound.actor, ...operation });
      if (operation.sealed === true && operation.kind === 'command') await this.options.audit.checkpoints.newest(); // no sink, no act
      if (operation.recordedFirst === true) await this.#record(operation, call, bound, 'begun', undefined);
      value = await this.#buses.dispatch(name, input, bound.kit);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      if (bound.freshness.stale && isHasty(error, operation)) throw notYetReadable(error);
      const earlier = accessRefusals.has(error.code) && operation.kind === 'command' ? await this.#answeredBefore(call) : undefined;
      if (earlier) return earlier;
      await this.#record(operation, call, bound, error.code, undefined);
      throw error;
    }
    return this.#done(operation, call, bound, value);
  }

  /**
   * What {@link execute} would be refused now; nothing is written, sealed or put on record. True when it was carried out before.
   * @throws {Rejected}
   */
  async rehearse(name: string, input: unknown, call: Call): Promise<boolean> {
    const operation = this.#useCases.get(name)?.operation;
    if (!operation || !this.#buses) throw new Rejected('NOT_FOUND', 'There is no such use case.', { operation: name });
    const content = { ...this.options.content.forCall(call.commandId), seal: () => Promise.resolve('txt_rehearsed') };
    const bound = await bindKit(operation, call, { ...this.options, content, rehearsal: true });
    decideRole({ actor: bound.actor, ...operation });
    await this.#buses.dispatch(name, input, bound.kit);
    return bound.repeated();
  }

  async #done(operation: Operation, call: Call, bound: BoundKit, value: unknown): Promise<Executed> {
    const { receipts, freshness } = bound;
    if (receipts.some(({ stream }) => stream === treeStreamName)) await this.options.treeChanged();
    if (operation.recordedFirst !== true) await this.#record(operation, call, bound, 'done', value);
    return executed(value, freshness.stale, receipts.at(-1)?.recordedAt);
  }

  /** A retry gets the first receipt also when the act itself, or somebody else, has taken the right since. */
  async #answeredBefore({ commandId, bodyHash }: Call): Promise<Executed | undefined> {
    const { audit, store } = this.options;
    const record = await audit.ofCommand(commandId);
    const commit = record?.target && record.command?.bodyHash === bodyHash ? await store.findCommit(record.target, commandId) : undefined;
    if (!commit) return undefined;
    const { stream, version, warnings, recordedAt } = receiptOf(commit);
    return executed({ id: record?.command?.answeredId ?? '', stream, version, warnings: [...warnings] }, false, recordedAt);
  }

  /** Commands and refused rights of people; policies and the importer stand in the log itself. */
  async #record(operation: Operation, call: Call, { actor, receipts }: BoundKit, result: string, value: unknown): Promise<void> {
    const refusedRight = accessRefusals.has(result);
    if (call.subject.kind === 'system' || (operation.kind === 'query' && !refusedRight)) return;
    const target = receipts.at(-1)?.stream ?? (isReceipt(value) ? value.stream : null);
    const entry: AuditEntry = {
      at: call.now,
      actorId: actor.personId,
      organizationId: call.subject.organizationId,
      operation: operation.name,
      kind: refusedRight ? 'refusal' : 'command',
      result,
      target,
      personIds: [],
      fields: [],
      purpose: null,
      traceId: call.correlationId,
      ...commandOf(call, result === 'begun' ? '' : isReceipt(value) ? value.id : undefined),
    };
    await this.options.audit.append(entry, { sealed: operation.sealed === true && result === 'done' }).catch((error: unknown) => {
      throw operation.kind === 'command' ? afterTheAct(error, operation) : error;
    });
  }
}

const accessRefusals = new Set(['FORBIDDEN_ROLE', 'OUT_OF_SCOPE', 'NOT_FOUND', 'NOT_AUTHORISED_BODY']);

/** The act is done and on record; only the sink has not heard of it. The same key again is answered once it has. */
const afterTheAct = (error: unknown, { name }: Operation): unknown =>
  error instanceof Rejected && error.code === 'AUDIT_UNAVAILABLE'
    ? new Rejected('OUTCOME_UNKNOWN', 'The audit sink has gone away meanwhile; repeat the command with the same key.', { operation: name })
    : error;

/** What lacks the caller's own writes can tell neither what there is not, nor whether a rule forbids the command. */
const isHasty = ({ code }: Rejected, { kind }: Operation): boolean => code === 'NOT_FOUND' || (kind === 'command' && !refusalStatuses.has(code));

const notYetReadable = ({ details }: Rejected): Rejected =>
  new Rejected('SERVICE_UNAVAILABLE', 'What you wrote last cannot be read yet; please try again.', details);

/** What a retry is known by. */
const commandOf = ({ commandId, bodyHash }: Call, answeredId: string | undefined): Pick<AuditEntry, 'command'> =>
  answeredId === undefined ? {} : { command: { commandId, bodyHash, answeredId } };

const isReceipt = (value: unknown): value is Receipt => typeof value === 'object' && value !== null && 'stream' in value && 'version' in value;

const executed = (value: unknown, stale: boolean, recordedAt: string | undefined): Executed => ({
  value,
  stale,
  ...(recordedAt === undefined ? {} : { recordedAt }),
});
