import type { Operation } from '@zhitong/catalogue';
import type { Change, Changes, RecordedEvent } from '@zhitong/eventing';
import { fold, Rejected, type Call } from '@zhitong/kernel';
import type { Kit, OrganizationNode, ServiceDefinition, TreeView } from '@zhitong/platform';
import type { MemberCommand } from '../src/domain/member/member.commands.ts';
import { memberDecider } from '../src/domain/member/member.decider.ts';
import type { MemberEvent } from '../src/domain/member/member-event.ts';

const parents: Readonly<Record<string, string | null>> = { org_city: null, org_c1: 'org_city', org_c2: 'org_city', org_a: 'org_c1', org_b: 'org_c2' };
const node = (organizationId: string): OrganizationNode | undefined => {
  const lineParentId = parents[organizationId];
  if (lineParentId === undefined) return undefined;
  const branch = organizationId === 'org_a' || organizationId === 'org_b';
  return {
    organizationId, name: organizationId, kind: branch ? 'branch' : 'committee', level: lineParentId === null ? 'city' : 'base', sector: 'other', state: 'active',
    lineParentId, placeParentId: lineParentId, guidingOrgId: null, placeCode: null, approvesMembers: !branch, since: 1, changed: 1,
  };
};
const path = (id: string): readonly string[] => { const up = parents[id]; return up ? [...path(up), id] : [id]; };
const tree: TreeView = {
  version: 1, node, path,
  children: (id) => Object.keys(parents).filter((one) => parents[one] === id),
  within: (above, id) => path(id).includes(above),
  subtree: (id) => Object.keys(parents).filter((one) => path(one).includes(id)),
  guided: () => [],
  nodes: () => Object.keys(parents).flatMap((id) => node(id) ?? []),
};

const isMany = (changes: Changes<unknown>): changes is readonly Change<unknown>[] => Array.isArray(changes);
const days: Readonly<Record<string, number>> = {
  'transfer.branchDays': 5, 'transfer.approveDays': 7, 'transfer.acceptDays': 10, 'transfer.assignDays': 7, 'transfer.lapseDays': 30, 'transfer.letterDays': 90,
  'transfer.letterMaxDays': 90, 'transfer.outOfProvinceMaxDays': 180, 'transfer.maxReissue': 2, 'transfer.stubYears': 10, 'reveal.perHour': 30,
};

/** The use cases of members over streams and rows in memory: a caller stands in an organization and reads what is below it. */
export class MemberKit {
  readonly #events: RecordedEvent[] = [];
  readonly #rows = new Map<string, Map<string, unknown>>();
  #calls = 0;

  constructor(private readonly service: ServiceDefinition, private readonly now: () => string) {}

  async run(name: string, by: { readonly personId: string; readonly organizationId: string }, input: object): Promise<unknown> {
    const useCase = this.service.useCases.find(({ operation }) => operation.name === name);
    if (!useCase) throw new Error(`no use case ${name}`);
    return useCase.execute(input, this.#kit(useCase.operation, by));
  }

  eventsOf = (personId: string) => this.#events.filter(({ stream }) => stream === `members.member-${personId}`);

  #kit(operation: Operation, by: { readonly personId: string; readonly organizationId: string }): Kit {
    this.#calls += 1;
    const commandId = `${String(this.#calls).padStart(8, '0')}-0000-5000-8000-000000000000`;
    const call: Call = { subject: { kind: 'person', grantId: 'grt_1', ...by }, now: this.now(), commandId, bodyHash: '', correlationId: 'c', language: 'zh' };
    const inside = (organizationId: string) => tree.within(by.organizationId, organizationId, 'line');
    const texts = new Map<string, string>();
    const kit = {
      call, treeNow: tree, tree: { current: () => tree, at: async () => tree },
      settings: { number: (key: string) => days[key] ?? 0, list: () => [], flag: () => false, json: () => undefined },
      content: { seal: async (_owner: unknown, slot: string, text: string) => { texts.set(`txt_${slot}`, text); return `txt_${slot}`; } },
      mayRead: inside, readScope: () => [{ organizationId: by.organizationId, view: 'line' }],
      allow: async (target: { personId?: string; organizationId?: string }) => {
        if (operation.reach !== 'self' && target.organizationId !== undefined && !inside(target.organizationId)) throw new Rejected('NOT_FOUND', 'Outside.');
      },
      newId: (prefix: string) => `${prefix}_${commandId.replaceAll('-', '')}`,
      audit: async () => undefined,
      peek: async (_stream: unknown, id: string) => this.#load(id),
      handle: (_stream: unknown, id: string, command: MemberCommand, options?: { receiptId?: string }) => this.#handle(id, command, options?.receiptId),
      rows: (projection: { name: string }) => this.#table(projection.name),
    };
    return kit as unknown as Kit;
  }

  #load(id: string) {
    const events = this.eventsOf(id);
    return { state: fold(memberDecider, events as unknown as MemberEvent[]), version: events.length };
  }

  async #handle(id: string, command: MemberCommand, receiptId?: string) {
    const { state, version } = this.#load(id);
    const decided = memberDecider.decide(state, command);
    for (const [place, fact] of decided.entries()) await this.#record(id, version + place + 1, fact);
    return { id: receiptId ?? id, stream: `members.member-${id}`, version: version + decided.length, warnings: [] };
  }

  async #record(id: string, version: number, fact: MemberEvent) {
    const event: RecordedEvent = { ...fact, id: `${id}${version}`, stream: `members.member-${id}`, version, occurredAt: this.now(), recordedAt: this.now(), actorId: 'per_0', correlationId: 'c', commandId: 'k', logEpoch: 1 };
    this.#events.push(event);
    for (const projection of this.service.projections) {
      const rows = this.#rows.get(projection.name) ?? new Map<string, unknown>();
      this.#rows.set(projection.name, rows);
      for (const source of projection.sources) {
        const changes = await source.handler(event.type)?.(event, {} as never);
        for (const { key, fold: change } of changes === undefined ? [] : isMany(changes) ? changes : [changes]) rows.set(key, change((rows.get(key) ?? null) as never));
      }
    }
    for (const policy of this.service.policies) for (const source of policy.sources) await source.handler(event.type)?.(event, {} as never);
  }

  #table(name: string) {
    const rows = this.#rows.get(name) ?? new Map<string, unknown>();
    return {
      get: async (key: string) => rows.get(key),
      getMany: async (keys: readonly string[]) => new Map(keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key)] as const] : []))),
      query: async () => ({ items: [...rows].map(([$key, row]) => Object.assign({ $key }, row)) }),
      count: async () => ({ count: rows.size, more: false }),
      lagSeconds: () => 0,
    };
  }
}
