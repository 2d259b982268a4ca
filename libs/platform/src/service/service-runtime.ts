import type { Operation, Receipt } from '@zhitong/catalogue';
import {
  collectionsOf,
  DeadlineTicker,
  defineProjection,
  parkedCollection,
  PolicyRunner,
  Progress,
  ProjectionRunner,
  receiptOf,
  ServiceConsumer,
  StreamHandler,
  type Clock,
  type Deadline,
  type DueRow,
  type ProgressNote,
  type AnyProjection,
} from '@zhitong/eventing';
import { Rejected, type Call } from '@zhitong/kernel';
import { accessProjections, grantsProjection, settingsProjection, treeNodesProjection } from '../access/access.projections.ts';
import { createSettings, type LiveSettings } from '../access/settings.ts';
import { createTree, treeStreamName, type LiveTree } from '../access/live-tree.ts';
import { AuditLog, auditCollection, auditPersonCollection, type AuditEntry } from '../audit/audit-log.ts';
import { Builds, buildsCollection } from './builds.ts';
import { createBuses, type Buses } from './buses.ts';
import type { RunningRelay, ServiceAdapters } from './adapters.ts';
import { carryOutDue, carryOutFor } from './carry-out.ts';
import type { ContentStore } from '../content/content-store.ts';
import type { ServiceEnv } from './kit.ts';
import { bindKit, isImporter, type BoundKit } from './kit-factory.ts';
import { platformUseCases } from './platform-use-cases.ts';
import { Rebuilds } from './rebuild.ts';
import { rowsOf, type RowsOptions } from './rows.ts';
import type { ServiceDefinition, UseCase } from './service-definition.ts';
import { dropUnusedBuilds } from './unused-builds.ts';

export interface Executed {
  readonly value: unknown;
  /** The answer does not yet contain the caller's own writes. */
  readonly stale: boolean;
  /** When the last commit of a command was recorded. */
  readonly recordedAt?: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, { readonly ok: boolean; readonly detail: string }>>;
}

export interface ServiceRuntimeOptions {
  readonly definition: ServiceDefinition;
  readonly adapters: ServiceAdapters;
  readonly content: ContentStore;
  readonly clock: Clock;
  readonly topicOf: (context: string, category: string) => string;
  readonly limits: RuntimeLimits;
  /** Lets `system:seed` in: introduction and tests, never production. */
  readonly admitsImporter: boolean;
}

/** Times in ms; chaos tests shorten all of them by one factor. */
export interface RuntimeLimits {
  readonly tickMs: number;
  readonly leaseMs: number;
  readonly refreshMs: number;
  /** A part that made no progress for longer turns readiness red. */
  readonly stalledMs: number;
}

export const standardLimits: RuntimeLimits = { tickMs: 1000, leaseMs: 5000, refreshMs: 1000, stalledMs: 30_000 };

const dropEveryMs = 60 * 60_000;

/** Collections of `documents` every service keeps. */
const documentCollections = [auditCollection, auditPersonCollection];

/** One service at work: everything its definition declares, on the adapters of a runtime. */
export class ServiceRuntime {
  readonly context: string;
  readonly handler: StreamHandler;
  readonly audit: AuditLog;
  readonly rebuilds = new Rebuilds(this);
  readonly #useCases: ReadonlyMap<string, UseCase>;
  readonly #projections: readonly AnyProjection[];
  readonly #builds: Builds;
  readonly #progress = new Progress();
  readonly #consumer: ServiceConsumer;
  readonly #ticker: DeadlineTicker;
  readonly #tree: LiveTree;
  readonly #settings: LiveSettings;
  readonly #rows: RowsOptions;
  readonly env: ServiceEnv;
  #buses: Buses | undefined;
  #relay: RunningRelay | undefined;
  #refresh: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #caughtUp = false;
  #consuming = false;
  #stopped = false;
  #dropAfter = 0;

  constructor(private readonly options: ServiceRuntimeOptions) {
    const { definition, adapters, clock, limits } = options;
    const { readModels, log, owner, leases } = adapters;
    this.context = definition.context;
    this.handler = new StreamHandler(adapters.store);
    this.audit = new AuditLog(adapters.documents);
    this.#builds = new Builds(readModels);
    this.#rows = { store: readModels, builds: this.#builds, progress: this.#progress, lagSeconds: () => this.#lagSeconds() };
    const rows: ServiceEnv['rows'] = (projection) => rowsOf(projection, this.#rows);
    this.#tree = createTree({ rows: rows(treeNodesProjection), store: adapters.store });
    this.#settings = createSettings(rows(settingsProjection), this.#tree);
    this.env = { tree: this.#tree, settings: this.#settings, rows };
    this.#projections = [...accessProjections, ...definition.projections, ...definition.deadlines.map(dueProjection)];
    this.#consumer = new ServiceConsumer({
      group: definition.context,
      transport: adapters.transport,
      subscriptions: [...this.#projections.map((projection) => this.runner(projection, this.#builds.active(projection))), ...this.#policies()],
      log,
    });
    this.#ticker = new DeadlineTicker({
      context: definition.context,
      owner,
      deadlines: definition.deadlines.map((deadline) => ({ deadline: deadline as never, collection: () => this.#dueCollection(deadline) })),
      store: readModels,
      leases,
      env: this.env,
      now: () => clock.now(),
      carryOut: carryOutDue(this.handler),
      everyMs: limits.tickMs,
      leaseMs: limits.leaseMs,
      log,
    });
    const useCases = [...definition.useCases, ...platformUseCases(definition.context, this)];
    this.#useCases = new Map(useCases.map((useCase) => [useCase.operation.name, useCase]));
  }

  async start(): Promise<void> {
    const { readModels, documents, ephemeral, startRelay } = this.options.adapters;
    this.#buses = await createBuses([...this.#useCases.values()]);
    await readModels.ensure([parkedCollection, buildsCollection]);
    await documents.ensure(documentCollections);
    await this.#builds.refresh();
    await readModels.ensure(this.#builds.collections(this.#projections));
    await this.#followBuilds();
    this.#unlisten = await ephemeral.listen(`progress:${this.context}`, (_id, message) => this.#noted(JSON.parse(message) as ProgressNote));
    this.#relay = await startRelay?.();
    this.#consume();
    await this.#refreshNow();
    this.#ticker.start();
    this.#refreshLater();
  }

  /** Commands are answered while the transport is away; only readiness waits for it. */
  #consume(): void {
    this.#consumer.start().then(
      () => (this.#consuming = true),
      (error: unknown) => this.options.adapters.log.error({ error }, 'the events could not be consumed'),
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#refresh);
    await this.#ticker.stop();
    await this.#consumer.stop();
    await this.#relay?.stop();
    await this.#unlisten?.();
    await this.#buses?.close();
  }

  /** The use cases of this service, for its doors. */
  operations(): readonly Operation[] {
    return [...this.#useCases.values()].map(({ operation }) => operation);
  }

  async execute(name: string, input: unknown, call: Call): Promise<Executed> {
    const useCase = this.#useCases.get(name);
    if (!useCase || !this.#buses) throw new Rejected('NOT_FOUND', 'There is no such use case.', { operation: name });
    if (isImporter(call) && !this.options.admitsImporter) throw new Rejected('FORBIDDEN_ROLE', 'This installation takes no importer in.');
    const bound = await bindKit(useCase.operation, call, {
      handler: this.handler,
      rows: this.#rows,
      env: this.env,
      content: this.options.content.forCall(call.commandId),
      audit: this.audit,
    });
    try {
      const value = await this.#buses.dispatch(name, input, bound.kit);
      if (bound.receipts.some(({ stream }) => stream === treeStreamName)) await this.#tree.refresh();
      await this.#record(useCase.operation, call, bound, 'done', value);
      const recordedAt = bound.receipts.at(-1)?.recordedAt;
      return { value, stale: bound.freshness.stale, ...(recordedAt === undefined ? {} : { recordedAt }) };
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const earlier = accessRefusals.has(error.code) && useCase.operation.kind === 'command' ? await this.#answeredBefore(call) : undefined;
      if (earlier) return earlier;
      await this.#record(useCase.operation, call, bound, error.code, undefined);
      throw error;
    }
  }

  /** A retry gets the first receipt also when the act itself, or somebody else, has taken the right since. */
  async #answeredBefore({ commandId, bodyHash }: Call): Promise<Executed | undefined> {
    const record = await this.audit.ofCommand(commandId);
    const commit = record?.target && record.command?.bodyHash === bodyHash ? await this.options.adapters.store.findCommit(record.target, commandId) : undefined;
    if (!commit) return undefined;
    const { stream, version, warnings, recordedAt } = receiptOf(commit);
    const value = { id: record?.command?.answeredId ?? '', stream, version, warnings: [...warnings] };
    return { value, stale: false, ...(recordedAt === undefined ? {} : { recordedAt }) };
  }

  /** Commands and refused rights of people; policies and the importer stand in the log itself. */
  async #record(operation: Operation, call: Call, { actor, receipts }: BoundKit, result: string, value: unknown): Promise<void> {
    const refusedRight = accessRefusals.has(result);
    if (call.subject.kind === 'system' || (operation.kind === 'query' && !refusedRight)) return;
    const target = receipts.at(-1)?.stream ?? (isReceipt(value) ? value.stream : null);
    const entry: AuditEntry = {
      at: call.now,
      actorId: actor.personId,
      organizationId: actor.acting?.organizationId ?? null,
      operation: operation.name,
      kind: refusedRight ? 'refusal' : 'command',
      result,
      target,
      personIds: [],
      fields: [],
      purpose: null,
      traceId: call.correlationId,
      ...(isReceipt(value) ? { command: { commandId: call.commandId, bodyHash: call.bodyHash, answeredId: value.id } } : {}),
    };
    await this.audit.append(entry);
  }

  readiness(): Readiness {
    const { stalledMs } = this.options.limits;
    if (this.#consuming && this.#consumer.caughtUp()) this.#caughtUp = true;
    const age = (ms: number) => ({ ok: ms < stalledMs, detail: `progress ${Math.round(ms / 1000)} s ago` });
    const paused = this.subscriptions().filter(({ state }) => state !== 'running');
    const parts = {
      projections: { ok: this.#caughtUp, detail: this.#caughtUp ? 'caught up' : `${this.#consumer.lag()} events behind` },
      consumer: age(this.#consumer.stalledFor()),
      subscriptions: {
        ok: paused.every(({ state }) => state !== 'paused'),
        detail: paused.map(({ name, state }) => `${name} ${state}`).join(', ') || 'running',
      },
      ticker: age(this.#ticker.stalledFor()),
      tree: { ok: this.#tree.confirmedFor() < stalledMs, detail: `version ${this.#tree.current().version}` },
      ...(this.#relay ? { relay: age(this.#relay.stalledFor()) } : {}),
    };
    return { ready: Object.values(parts).every(({ ok }) => ok), parts };
  }

  subscriptions() {
    return this.#consumer.status();
  }
  get consumer(): ServiceConsumer {
    return this.#consumer;
  }
  readonly now = (): string => this.options.clock.now();
  get builds(): Builds {
    return this.#builds;
  }
  get projections(): readonly AnyProjection[] {
    return this.#projections;
  }
  get metrics() {
    return this.options.definition.metrics;
  }
  get adapters(): ServiceAdapters {
    return this.options.adapters;
  }
  get relayStalledFor(): number | undefined {
    return this.#relay?.stalledFor();
  }

  /** A runner for one build; `quiet` while it is filled beside the one that serves. */
  runner(projection: AnyProjection, build: number, quiet = false): ProjectionRunner {
    const { adapters, clock, topicOf } = this.options;
    return new ProjectionRunner({
      projection,
      build,
      store: adapters.readModels,
      env: this.env,
      topicOf,
      now: () => clock.now(),
      progressed: (note) => this.#progressed(note),
      ...(quiet ? {} : { announce: (channels) => this.#announce(channels) }),
    });
  }

  #policies(): readonly PolicyRunner[] {
    const { definition, adapters, clock, topicOf } = this.options;
    return definition.policies.map(
      (policy) =>
        new PolicyRunner({
          policy: policy,
          store: adapters.readModels,
          env: this.env,
          topicOf,
          now: () => clock.now(),
          carryOut: carryOutFor(this.handler, () => clock.now()),
          endOf: async (topic, partition) => (await adapters.transport.ends(topic))[partition] ?? 0,
        }),
    );
  }

  #dueCollection(deadline: Deadline<DueRow, ServiceEnv>): string {
    const projection = dueProjection(deadline);
    return collectionsOf(projection, this.#builds.active(projection)).rows.name;
  }

  #progressed(note: ProgressNote): void {
    this.#noted(note);
    void this.options.adapters.ephemeral.publish(`progress:${this.context}`, JSON.stringify(note)).catch((error: unknown) => {
      this.options.adapters.log.warn({ error }, 'progress could not be told to other replicas');
    });
  }

  #noted(note: ProgressNote): void {
    this.#progress.note(note);
    if ([treeNodesProjection.name, grantsProjection.name, settingsProjection.name].includes(note.projection)) void this.#refreshNow();
  }

  #announce(channels: readonly string[]): void {
    if (channels.length === 0) return;
    void this.options.adapters.ephemeral.publish('live', JSON.stringify({ channels })).catch((error: unknown) => {
      this.options.adapters.log.warn({ error }, 'a live hint could not be published');
    });
  }

  #refreshing: Promise<void> | undefined;
  #refreshAgain = false;

  /** Takes in what others changed: the tree, settings, builds. Calls that arrive meanwhile share one more round. */
  #refreshNow(): Promise<void> {
    if (this.#refreshing) {
      this.#refreshAgain = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#refreshOnce()
      .catch((error: unknown) => this.options.adapters.log.warn({ error }, 'tree and settings could not be refreshed'))
      .finally(() => {
        this.#refreshing = undefined;
        if (!this.#refreshAgain) return;
        this.#refreshAgain = false;
        void this.#refreshNow();
      });
    return this.#refreshing;
  }

  async #refreshOnce(): Promise<void> {
    await Promise.all([this.#tree.refresh(), this.#settings.refresh()]);
  }

  #refreshLater(): void {
    if (this.#stopped) return;
    this.#refresh = setTimeout(() => {
      void this.#builds
        .refresh()
        .then(() => this.#followBuilds())
        .then(() => this.#dropUnused())
        .catch(() => undefined)
        .then(() => this.#refreshNow())
        .then(() => this.#refreshLater());
    }, this.options.limits.refreshMs);
  }

  /** Another replica finished a rebuild: go on with its build. */
  async #followBuilds(): Promise<void> {
    for (const projection of this.#projections) {
      const wanted = this.runner(projection, this.#builds.active(projection));
      const running = this.subscriptions().find(({ name }) => name.startsWith(`${projection.name}.v${projection.version}.b`));
      if (running && running.name !== wanted.name) await this.#consumer.replace(running.name, wanted);
    }
  }

  async #dropUnused(): Promise<void> {
    if (performance.now() < this.#dropAfter) return;
    this.#dropAfter = performance.now() + dropEveryMs;
    await dropUnusedBuilds(this);
  }

  #lagSeconds(): number {
    return this.#consumer.lag() === 0 ? 0 : Math.ceil(this.#consumer.stalledFor() / 1000);
  }
}

const accessRefusals = new Set(['FORBIDDEN_ROLE', 'OUT_OF_SCOPE', 'NOT_FOUND', 'NOT_AUTHORISED_BODY']);

const isReceipt = (value: unknown): value is Receipt => typeof value === 'object' && value !== null && 'stream' in value && 'version' in value;

/** Due rows are a projection like any other. */
const dueProjections = new WeakMap<object, AnyProjection>();
export function dueProjection(deadline: Deadline<DueRow, ServiceEnv>): AnyProjection {
  const known = dueProjections.get(deadline);
  if (known) return known;
  const projection = defineProjection<DueRow, ServiceEnv>({
    name: `due-${deadline.name}`,
    version: deadline.version,
    indexes: [['dueAt']],
    sources: deadline.sources,
  });
  dueProjections.set(deadline, projection);
  return projection;
}
