import type { Context, Operation } from '@zhitong/catalogue';
import {
  describe,
  parkedCollection,
  Progress,
  ReadModelsFirst,
  ServiceConsumer,
  StreamHandler,
  subscriptionName,
  type AnyProjection,
  type Clock,
  type DeadlineTicker,
  type ProgressNote,
  type ProjectionRunner,
} from '@zhitong/eventing';
import type { Call } from '@zhitong/kernel';
import { accessProjections } from '../access/access.projections.ts';
import { AuditCheckpoints } from '../audit/audit-checkpoints.ts';
import { auditFromLog } from '../audit/audit-from-log.ts';
import { AuditLog, auditCollections } from '../audit/audit-log.ts';
import type { CheckpointKeys } from '../audit/checkpoint-keys.ts';
import type { ContentStore } from '../content/content-store.ts';
import type { RunningRelay, ServiceAdapters } from './adapters.ts';
import { actingOn } from './acting.ts';
import { Builds, buildsCollection } from './builds.ts';
import { dueProjection, tickerOf } from './deadlines.ts';
import { choresOf, followBuilds } from './chores.ts';
import { discardsCollection } from './discard.ts';
import { Metrics } from '../telemetry/metrics.ts';
import { Meter } from './meter.ts';
import { Executions, type Executed } from './executions.ts';
import { Hints } from './hints.ts';
import type { ServiceEnv } from './kit.ts';
import { LiveViews } from './live-views.ts';
import { platformUseCases } from './platform-use-cases.ts';
import { consumerPart, epochPart, movingPart, processPart, readinessOf, roomPart, subscriptionsPart, type Readiness } from './readiness.ts';
import { Rebuilds } from './rebuild.ts';
import { reconciliationCollections } from './reconciliation.ts';
import { rowsOf, type RowsOptions } from './rows.ts';
import type { RunningService } from './running-service.ts';
import { Runners } from './runners.ts';
import { consumerGroup } from './consumer-group.ts';
import type { RuntimeLimits } from './runtime-limits.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { Upkeep } from './upkeep.ts';

export interface ServiceRuntimeOptions {
  readonly definition: ServiceDefinition;
  readonly adapters: ServiceAdapters;
  readonly content: ContentStore;
  readonly clock: Clock;
  readonly topicOf: (context: string, category: string) => string;
  readonly limits: RuntimeLimits;
  /** Sign the checkpoints of the audit chain. */
  readonly auditKeys: CheckpointKeys;
  readonly metrics?: Metrics;
  /** Lets `system:seed` in: introduction and tests, never production. */
  readonly admitsImporter: boolean;
}

/** One service at work: everything its definition declares, on the adapters of a runtime. */
export class ServiceRuntime implements RunningService {
  readonly context: Context;
  readonly handler: StreamHandler;
  readonly audit: AuditLog;
  readonly builds: Builds;
  readonly consumer: ServiceConsumer;
  readonly projections: readonly AnyProjection[];
  readonly rebuilds = new Rebuilds(this);
  readonly env: ServiceEnv;
  readonly #progress = new Progress();
  readonly #hints: Hints;
  readonly #views: LiveViews;
  readonly #runners: Runners;
  readonly #ticker: DeadlineTicker;
  readonly #upkeep: Upkeep;
  readonly #executions: Executions;
  readonly meter: Meter;
  #relay: RunningRelay | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #caughtUp = false;
  #consuming = false;
  #leaving = false;

  constructor(private readonly options: ServiceRuntimeOptions) {
    const { definition, adapters, content, limits, admitsImporter } = options;
    const { store, readModels, log } = adapters;
    this.context = definition.context;
    this.meter = new Meter(this.context, options.metrics ?? new Metrics(), this.now);
    this.handler = new StreamHandler(store);
    const checkpoints = { sink: adapters.auditSink, context: this.context, keys: options.auditKeys, now: this.now };
    this.audit = new AuditLog(adapters.documents, this.context, new AuditCheckpoints(checkpoints));
    this.builds = new Builds(readModels);
    this.#hints = new Hints(this.context, adapters.ephemeral, log);
    const rows: RowsOptions = { store: readModels, builds: this.builds, progress: this.#progress, lagSeconds: () => this.#lagSeconds() };
    const rowsFor: ServiceEnv['rows'] = (projection) => rowsOf(projection, rows);
    this.#views = new LiveViews(rowsFor, store, log);
    this.env = { tree: this.#views.tree, settings: this.#views.settings, rows: rowsFor, peek: (...asked) => this.handler.load(...asked) };
    this.projections = [...accessProjections, ...definition.projections, ...definition.deadlines.map(dueProjection)];
    const acting = actingOn({ executions: () => this.#executions, rows, tree: this.#views.tree, now: this.now });
    this.#runners = new Runners({
      adapters,
      handler: this.handler,
      env: { ...this.env, now: this.now, content, acting },
      now: this.now,
      topicOf: options.topicOf,
      tree: this.#views.tree,
      readModels: new ReadModelsFirst({
        store: readModels,
        progress: this.#progress,
        logEpoch: adapters.logEpoch,
        subscriptionOf: (projection) => subscriptionName(projection, this.builds.active(projection)),
      }),
      progressed: (note) => this.#progressed(note),
      recalled: (note) => this.#progress.note(note),
      announce: (channels) => this.#hints.changed(channels),
      stored: (projection, events, quiet) => this.meter.stored(projection, events, quiet),
    });
    this.consumer = new ServiceConsumer({
      ...adapters,
      group: consumerGroup(this.context, this.projections, definition.policies),
      subscriptions: [
        ...this.projections.map((projection) => this.runner(projection, this.builds.active(projection))),
        ...definition.policies.map((policy) => this.#runners.policy(policy)),
        ...(definition.streams.length === 0 ? [] : [this.#runners.policy(auditFromLog({ ...definition, store, audit: this.audit }))]),
      ],
    });
    this.#ticker = tickerOf({
      adapters,
      handler: this.handler,
      env: this.env,
      now: this.now,
      definition,
      limits,
      builds: this.builds,
      caughtUp: () => this.#hasCaughtUp(),
      tree: this.#views.tree,
    });
    this.#upkeep = new Upkeep(choresOf(this, definition, this.#views), limits.refreshMs, log);
    this.#executions = new Executions({
      useCases: [...definition.useCases, ...platformUseCases(this, this.rebuilds)],
      handler: this.handler,
      rows,
      env: this.env,
      content,
      audit: this.audit,
      store,
      treeChanged: () => this.#views.tree.refresh(),
      admitsImporter,
    });
  }

  async start(): Promise<void> {
    const { readModels, documents, startRelay } = this.adapters;
    await this.#executions.open();
    await readModels.ensure([parkedCollection, discardsCollection, buildsCollection, ...reconciliationCollections]);
    await documents.ensure(auditCollections);
    await this.builds.refresh();
    await readModels.ensure(this.builds.collections(this.projections));
    await followBuilds(this);
    this.#unlisten = await this.#hints.listen((note) => this.#noted(note));
    this.#relay = await startRelay?.();
    this.#consume();
    await this.#views.refresh();
    this.#ticker.start();
    this.#upkeep.start();
  }

  /** Commands are answered while the transport is away; only readiness waits for it. */
  #consume(): void {
    this.consumer.start().then(
      () => (this.#consuming = true),
      (error: unknown) => this.adapters.log.error({ error }, 'the events could not be consumed'),
    );
  }

  /** Says from now on that it is not ready; everything goes on until it is stopped. */
  leave(): void {
    this.#leaving = true;
  }

  async stop(): Promise<void> {
    await this.#upkeep.stop();
    await this.#ticker.stop();
    await this.consumer.stop();
    await this.#relay?.stop();
    await this.#unlisten?.();
    await this.#executions.close();
    await this.#sealed();
  }

  /** The last act of a process: nothing stays unsealed while it is away. */
  async #sealed(): Promise<void> {
    try {
      await this.audit.keepSealed();
    } catch (error) {
      this.adapters.log.warn({ error: describe(error) }, 'the audit chain could not be sealed');
    }
  }

  /** The use cases of this service, for its doors. */
  operations(): readonly Operation[] {
    return this.#executions.operations();
  }

  execute(name: string, input: unknown, call: Call): Promise<Executed> {
    return this.meter.call(name, () => this.#executions.execute(name, input, call));
  }

  readiness(): Readiness {
    const { stalledMs } = this.options.limits;
    const caughtUp = this.#hasCaughtUp();
    const subscriptions = this.consumer.status();
    const { tree } = this.#views;
    const readiness = readinessOf({
      process: processPart(this.#leaving),
      projections: { ok: caughtUp, detail: caughtUp ? 'caught up' : `${this.consumer.lag()} events behind` },
      consumer: consumerPart(this.consumer, stalledMs),
      subscriptions: subscriptionsPart(subscriptions),
      epoch: epochPart(subscriptions),
      store: roomPart(this.adapters.store),
      ticker: movingPart(this.#ticker.stalledFor(), stalledMs),
      tree: { ok: tree.confirmedFor() < stalledMs, detail: `version ${tree.current().version}` },
      ...(this.#relay ? { relay: movingPart(this.#relay.stalledFor(), stalledMs) } : {}),
    });
    if (readiness.ready) this.meter.ready();
    return readiness;
  }

  /** Once is for good: what comes later is lag. */
  #hasCaughtUp(): boolean {
    return (this.#caughtUp ||= this.#consuming && this.consumer.caughtUp());
  }
  readonly now = (): string => this.options.clock.now();
  get metrics() {
    return this.options.definition.metrics;
  }
  get limits(): RuntimeLimits {
    return this.options.limits;
  }
  get adapters(): ServiceAdapters {
    return this.options.adapters;
  }
  get relayStalledFor(): number | undefined {
    return this.#relay?.stalledFor();
  }

  readonly runner = (projection: AnyProjection, build: number, quiet = false): ProjectionRunner => this.#runners.projection(projection, build, quiet);

  #progressed(note: ProgressNote): void {
    this.#noted(note);
    this.#hints.progressed(note);
  }

  #noted(note: ProgressNote): void {
    this.#progress.note(note);
    this.#views.noted(note.projection);
  }

  #lagSeconds(): number {
    return this.consumer.lag() === 0 ? 0 : Math.ceil(this.consumer.stalledFor() / 1000);
  }
}
