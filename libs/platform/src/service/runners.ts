import {
  PolicyRunner,
  ProjectionRunner,
  type AnyProjection,
  type ProgressNote,
  type Projection,
  type ReadModelsFirst,
  type RecordedEvent,
  type StreamHandler,
} from '@zhitong/eventing';
import type { ServiceAdapters } from './adapters.ts';
import { carryOutFor } from './carry-out.ts';
import type { LiveTree } from '../access/live-tree.ts';
import { treeNodesProjection } from '../access/access.projections.ts';
import type { PolicyEnv, Rows } from './kit.ts';
import type { ServiceDefinition } from './service-definition.ts';

type ServicePolicy = ServiceDefinition['policies'][number];

export interface RunnersOptions {
  readonly adapters: ServiceAdapters;
  readonly handler: StreamHandler;
  readonly env: PolicyEnv;
  readonly topicOf: (context: string, category: string) => string;
  readonly now: () => string;
  readonly readModels: ReadModelsFirst;
  readonly tree: Pick<LiveTree, 'refresh'>;
  readonly progressed: (note: ProgressNote) => void;
  /** Known here only: every replica that reads the partition recalls it by itself. */
  readonly recalled: (note: ProgressNote) => void;
  readonly announce: (channels: readonly string[]) => void;
  /** Told the events whose rows are stored, of the build that serves or of one beside it. */
  readonly stored: (projection: string, events: readonly RecordedEvent[], quiet: boolean) => void;
}

/** Puts the projections and policies of a service on its stores and topics. */
export class Runners {
  constructor(private readonly options: RunnersOptions) {}

  /** For one build; `quiet` while it is filled beside the one that serves. */
  projection(projection: AnyProjection, build: number, quiet = false): ProjectionRunner {
    const { adapters, env, topicOf, now, progressed, recalled, announce, stored } = this.options;
    const { readModels: store } = adapters;
    const tell = (name: string, events: readonly RecordedEvent[]) => stored(name, events, quiet);
    return new ProjectionRunner({ projection, build, store, env, topicOf, now, progressed, recalled, stored: tell, ...(quiet ? {} : { announce }) });
  }

  policy(policy: ServicePolicy): PolicyRunner {
    const { adapters, handler, env, topicOf, now } = this.options;
    return new PolicyRunner({
      policy,
      store: adapters.readModels,
      env: whatItReads(policy, env),
      topicOf,
      now,
      readModels: { have: (...asked) => this.#have(...asked) },
      carryOut: carryOutFor(handler, now),
      endOf: async (topic, partition) => (await adapters.transport.ends(topic))[partition] ?? 0,
    });
  }

  /** Who decides by the tree finds in memory what its read model has, and more. */
  async #have(...[projections, event, place]: Parameters<ReadModelsFirst['have']>): Promise<void> {
    await this.options.readModels.have(projections, event, place);
    if (projections.some(({ name }) => name === treeNodesProjection.name)) await this.options.tree.refresh();
  }
}

/** @throws {TypeError} for a read model nobody waits for before the policy hears of an event. */
function whatItReads({ name, reads = [] }: ServicePolicy, env: PolicyEnv): PolicyEnv {
  return {
    ...env,
    rows<Row, Env>(projection: Projection<Row, Env>): Rows<Row> {
      if (!reads.some((read) => read.name === projection.name)) throw new TypeError(`${name} does not say that it reads ${projection.name}`);
      return env.rows(projection);
    },
  };
}
