import type { Context, Operation, Receipt } from '@zhitong/catalogue';
import { operations, receiptSchema } from '@zhitong/catalogue';
import type { RecordedEvent } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import { assessmentsService } from '@zhitong/assessments/assessments.service.ts';
import { fundingService } from '@zhitong/funding/funding.service.ts';
import { openMembersService } from '@zhitong/members/open-members-service.ts';
import { openOrganizationsService } from '@zhitong/organizations/open-organizations-service.ts';
import {
  bodyHash,
  checkpointKeysAt,
  commandIdOf,
  connectService,
  createLocalKeyService,
  createLog,
  createSubjectSigner,
  createSubjectVerifier,
  grantsProjection,
  masterKeysAt,
  startService,
  subjectKeysAt,
  type Grant,
  type GrantsRow,
  type RunningService,
  type RuntimeLimits,
  type ServiceAdapters,
  type ServiceClient,
  type ServiceFactory,
  type SubjectSigner,
} from '@zhitong/platform';
import { openEmbeddedRuntime, type EmbeddedRuntime } from '@zhitong/platform/runtime/embedded.ts';
import { organizationIdOf, planOrganizations, type Persona, type PlannedOrganization } from '@zhitong/seed';
import { serviceCentersService } from '@zhitong/service-centers/service-centers.service.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { join } from 'node:path';
import { Deliveries } from './test-deliveries.ts';
import { seedInProcess } from './seed-in-process.ts';
import { TestClock } from './test-clock.ts';

const seed = 20181029;
const factories: Readonly<Record<Context, ServiceFactory>> = {
  organizations: openOrganizationsService,
  members: openMembersService,
  assessments: () => assessmentsService,
  funding: () => fundingService,
  'service-centers': () => serviceCentersService,
};
const contextOf = new Map(operations.map((operation: Operation) => [operation.name, operation.context]));

export interface CallOptions {
  /** Under which of the grants; the first one otherwise. */
  readonly grantId?: string;
  /** The same key again is the same command again. */
  readonly key?: string;
  readonly ifVersion?: number;
  /** Versions the answer must contain: receipts of earlier commands. */
  readonly after?: readonly Receipt[];
}

/** One person at the gRPC doors. */
export interface TestCaller {
  readonly personId: string;
  /** Organization acted for. */
  readonly organizationId: string;
  grants(): Promise<readonly Grant[]>;
  /** @throws {Rejected} as the service refused. */
  command(operation: string, input: object, options?: CallOptions): Promise<Receipt>;
  query(operation: string, input: object, options?: CallOptions): Promise<unknown>;
}

/** A district of Yantian with all communities of its first street, one community of Luohu, and a second branch in one community of each. */
export function testOrganizations(): readonly PlannedOrganization[] {
  const luohu = ['district-440303', 'street-440303001', 'community-440303001001', 'branch-440303001001'];
  const wanted = new Set(luohu);
  const second = planOrganizations('city', seed).filter(({ key }) => wanted.has(key));
  const all = [...planOrganizations('tiny', seed), ...second];
  const twins = all
    .filter(({ key }) => ['branch-440308001002', 'branch-440303001001'].includes(key))
    .map((branch) => ({
      ...branch,
      key: `${branch.key}-2`,
      name: branch.name.replace('第一', '第二'),
      organizationId: organizationIdOf(seed, `${branch.key}-2`),
    }));
  return [...all, ...twins];
}

/** A busy machine takes long over a whole city. */
const settleMs = 60_000;
const shortLimits: RuntimeLimits = { tickMs: 10, leaseMs: 5000, refreshMs: 100, stalledMs: 30_000 };

export interface TestCityOptions {
  /** As in production: nobody may fill it then. */
  readonly production?: boolean;
  /** Which services run; the others answer health only so far. */
  readonly parts?: readonly Context[];
  /** What the services get instead of the adapters of the runtime. */
  readonly adapters?: (own: ServiceAdapters) => ServiceAdapters;
  /** Default: short ones, for whoever waits. */
  readonly limits?: RuntimeLimits;
}

/** Organizations and members on embedded adapters in a folder of their own, spoken to through gRPC, with a clock that only tests move. */
export class TestCity {
  readonly clock: TestClock;
  readonly #folder = temporaryFolder();
  readonly #deliveries = new Deliveries();
  readonly #services = new Map<Context, RunningService>();
  readonly #clients = new Map<Context, ServiceClient>();
  readonly #parts: readonly Context[];
  #runtime: EmbeddedRuntime | undefined;
  #signer: SubjectSigner | undefined;
  #personas = new Map<string, Persona>();
  #calls = 0;

  constructor(
    at: string,
    private readonly options: TestCityOptions = {},
  ) {
    this.clock = new TestClock(at);
    this.#parts = options.parts ?? ['organizations', 'members'];
  }

  get folder(): string {
    return this.#folder.path;
  }

  /** The id of a planned organization: `city`, `district-440308`, `community-440308001002`, `branch-440308001002-2`. */
  readonly org = (key: string): string => organizationIdOf(seed, key);

  service(context: Context): RunningService {
    const service = this.#services.get(context);
    if (!service) throw new Error(`${context} does not run`);
    return service;
  }

  /** Who can log in. */
  get personas(): readonly Persona[] {
    return [...this.#personas.values()];
  }

  /** What a gateway in front of this city needs: where its services listen, and how subjects are vouched for. */
  behind(): { readonly services: Readonly<Partial<Record<Context, { readonly address: string }>>>; readonly signer: SubjectSigner } {
    if (!this.#signer) throw new Error('The city does not run');
    return { services: Object.fromEntries([...this.#services].map(([context, { address }]) => [context, { address }])), signer: this.#signer };
  }

  async start(): Promise<void> {
    const { clock } = this;
    const log = createLog('test', 'silent');
    const runtime = openEmbeddedRuntime({ dataFolder: this.folder, contexts: this.#parts, logEpoch: 1, log });
    this.#runtime = runtime;
    const keyService = createLocalKeyService(await masterKeysAt(join(this.folder, 'master-keys.json')));
    const keys = await subjectKeysAt(join(this.folder, 'subject-keys.json'));
    const [subjectKeys, signer] = [createSubjectVerifier(keys, clock), await createSubjectSigner(keys, clock)];
    this.#signer = signer;
    const auditKeys = await checkpointKeysAt(join(this.folder, 'audit-keys.json'));
    for (const context of this.#parts) {
      const { adapters: instead = (own: ServiceAdapters) => own, limits = shortLimits } = this.options;
      const adapters = instead(this.#deliveries.watch(await runtime.adapters(context)));
      const service = await startService({
        factory: factories[context],
        adapters,
        keyService,
        subjectKeys,
        auditKeys,
        clock,
        address: '127.0.0.1:0',
        production: this.options.production ?? false,
        limits,
      });
      this.#services.set(context, service);
      this.#clients.set(context, connectService(context, service.address, { signer }));
    }
  }

  async stop(): Promise<void> {
    for (const client of this.#clients.values()) client.close();
    for (const service of this.#services.values()) await service.stop();
    this.#clients.clear();
    this.#services.clear();
    await this.#runtime?.close();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async remove(): Promise<void> {
    await this.stop();
    this.#folder.remove();
  }

  async fill(): Promise<void> {
    const personas = await seedInProcess({
      services: this.#services,
      profile: 'tiny',
      seed,
      baseDate: shanghaiDate(this.clock.now()),
      clock: this.clock,
      organizations: testOrganizations(),
      terms: false,
      units: false,
      meetings: false,
      life: false,
      progress: () => undefined,
    });
    this.#personas = new Map(personas.map((persona) => [persona.login, persona]));
    await this.settle();
  }

  /** Somebody by login: `city`, `district-440308`, `branch-440303001001`, `member`, `discipline`... */
  as(login: string): TestCaller {
    const persona = this.#personas.get(login);
    if (!persona) throw new Error(`Nobody logs in as ${login}`);
    return this.person(persona.personId, persona.organizationId);
  }

  /** A person without a log-in of the seed; needs a grant to be let in. */
  person(personId: string, organizationId: string): TestCaller {
    return {
      personId,
      organizationId,
      grants: async () => (await this.#rights(personId))?.grants ?? [],
      command: async (operation, input, options) => receiptSchema.parse(await this.#call(personId, organizationId, operation, input, options)),
      query: (operation, input, options) => this.#call(personId, organizationId, operation, input, options),
    };
  }

  /** A command of the importer, straight at the runtime. */
  async asImporter(operation: string, input: object, key: string = crypto.randomUUID()): Promise<Receipt> {
    const { value } = await this.service(partOf(operation)).runtime.execute(operation, input, {
      subject: { kind: 'system', policy: 'seed' },
      now: this.clock.now(),
      commandId: commandIdOf('call', 'system:seed', operation, key),
      bodyHash: bodyHash(input, key),
      correlationId: key,
      language: 'zh',
    });
    return receiptSchema.parse(value);
  }

  /** Everything recorded so far, over both services. */
  get events(): readonly RecordedEvent[] {
    return this.#deliveries.events;
  }

  /** Waits until both services have read everything, what policies wrote meanwhile included. */
  async settle(): Promise<void> {
    await eventually(() => this.#deliveries.done() && this.#treesAreCurrent(), settleMs);
  }

  /** A service takes a new tree into memory a moment after its projection has it. */
  #treesAreCurrent(): boolean {
    const newest = this.events.findLast(({ stream }) => stream === 'organizations.tree-city')?.version ?? 0;
    return [...this.#services.values()].every(({ runtime }) => runtime.env.tree.current().version >= newest);
  }

  /** As one service shows them; the others are told what was seen, as they are by the gateway. */
  #rights(personId: string): Promise<GrantsRow | undefined> {
    return this.service('members').runtime.env.rows(grantsProjection).get(personId);
  }

  async #call(personId: string, organizationId: string, operation: string, input: object, options: CallOptions = {}): Promise<unknown> {
    const { key = `call-${++this.#calls}`, ifVersion, after = [] } = options;
    const { grants: all = [], version: grantVersion = 0 } = (await this.#rights(personId)) ?? {};
    const grants = all.filter((grant) => grant.organizationId === organizationId);
    const grantId = options.grantId ?? grants.at(-1)?.grantId ?? 'grt_none';
    const client = this.#clients.get(partOf(operation));
    if (!client) throw new Error('The city does not run');
    const { value } = await client.call(operation, input, {
      subject: { kind: 'person', personId, grantId, organizationId },
      idempotencyKey: key,
      language: 'en',
      correlationId: key,
      deadlineMs: 10_000,
      seen: { tree: this.service('members').runtime.env.tree.current().version, grants: grantVersion },
      after: Object.fromEntries(after.map(({ stream, version }) => [stream, version])),
      ...(ifVersion === undefined ? {} : { ifVersion }),
    });
    return value;
  }
}

function partOf(operation: string): Context {
  const context = contextOf.get(operation);
  if (!context) throw new Error(`There is no operation ${operation}`);
  return context;
}

/** A filled city at work. */
export async function startTestCity(at = '2026-03-02T01:00:00.000Z', options: TestCityOptions = {}): Promise<TestCity> {
  const city = new TestCity(at, options);
  await city.start();
  await city.fill();
  return city;
}
