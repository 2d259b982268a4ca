import { contexts, type Context } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import type { Outgoing } from '@zhitong/platform/grpc/call-metadata.ts';
import type { Answered, ServiceClient } from '@zhitong/platform/grpc/service-client.ts';
import { at } from './json.ts';

export interface Asked {
  readonly context: Context;
  readonly operation: string;
  readonly input: unknown;
  readonly outgoing: Outgoing;
}
type Answer = (asked: Asked) => Answered | Promise<Answered>;

const grant = (grantId: string, role: string, organizationId: string) => ({
  grantId,
  role,
  organizationId,
  organizationName: `组织 ${organizationId}`,
  level: 'district',
  view: 'line',
  fromOn: '2020-01-01',
  untilOn: null,
});

/** Services that answer what a spec says, and remember what they were asked. */
export class FakeServices {
  readonly asked: Asked[] = [];
  readonly answers = new Map<string, Answer>();
  readonly accounts = new Map([
    ['wang', 'per_wang'],
    ['admin', 'per_admin'],
  ]);
  readonly grants = new Map([
    ['per_wang', [grant('grt_1', 'secretary', 'org_1'), grant('grt_2', 'organizationOfficer', 'org_2')]],
    ['per_admin', [grant('grt_9', 'securityAdministrator', 'org_1')]],
  ]);
  /** Names that members knows, by person. */
  readonly names = new Map<string, string>();
  /** Contexts that do not answer. */
  readonly gone = new Set<Context>();
  /** How often they were asked whether they serve, and what they wait for before they say. */
  probed = 0;
  probing: Promise<void> | undefined;

  constructor() {
    this.answers.set('resolveAccount', ({ input }) => {
      const personId = this.accounts.get(String(at(input, 'subject')));
      if (personId === undefined) throw new Rejected('FORBIDDEN_ROLE', 'No account.');
      return { value: { personId, accountId: 'acc_1' }, stale: false };
    });
    this.answers.set('mySubject', ({ input }) => {
      const personId = String(at(input, 'personId'));
      return { value: { personId, grants: this.grants.get(personId) ?? [], grantVersion: 3, treeVersion: 42 }, stale: false };
    });
    this.answers.set('recordLogIn', ({ input }) => ({ value: { id: at(input, 'personId'), stream: 'audit', version: 0, warnings: [] }, stale: false }));
    this.answers.set('memberNames', () => ({ value: { names: [...this.names].map(([personId, name]) => ({ personId, name, masked: false })) }, stale: false }));
  }

  of(operation: string): readonly Asked[] {
    return this.asked.filter((asked) => asked.operation === operation);
  }

  clients(): Record<Context, { readonly client: ServiceClient }> {
    const clientOf = (context: Context): { readonly client: ServiceClient } => ({
      client: {
        call: async (operation, input, outgoing) => {
          const asked = { context, operation, input, outgoing };
          this.asked.push(asked);
          if (this.gone.has(context)) throw new Rejected('SERVICE_UNAVAILABLE', 'Gone.', { service: context });
          const answer = this.answers.get(operation);
          if (!answer) throw new Rejected('NOT_FOUND', `Nothing is told about ${operation}.`);
          return answer(asked);
        },
        health: async () => {
          this.probed += 1;
          await this.probing;
          return !this.gone.has(context);
        },
        close: () => undefined,
      },
    });
    const [organizations, members, assessments, funding, centers] = contexts.map(clientOf);
    if (!organizations || !members || !assessments || !funding || !centers) throw new TypeError('A context is missing');
    return { organizations, members, assessments, funding, 'service-centers': centers };
  }
}
