import type { Operation } from '@zhitong/catalogue';
import { mySubject, recordLogIn, resolveAccount, subjectGrant } from '@zhitong/catalogue/operations/access.ts';
import { Rejected } from '@zhitong/kernel';
import type { Outgoing } from '@zhitong/platform/grpc/call-metadata.ts';
import { RefusedByService } from '@zhitong/platform/grpc/problem-metadata.ts';
import type { Seen } from '@zhitong/platform/grpc/subject-keys.ts';
import type { z } from 'zod';
import type { GatewayTimes } from '../gateway-options.ts';
import type { Services } from '../services.ts';
import { Believed } from './believed.ts';
import type { LogIn } from './log-in-strength.ts';

const grant = subjectGrant.omit({ fromOn: true, untilOn: true });
export type Grant = z.infer<typeof grant>;

export interface LiveGrants {
  readonly grants: readonly Grant[];
  readonly seen: Seen;
}

/** Who a log-in is and what it may do now, asked of organizations at most every few seconds. */
export class Accounts {
  readonly #persons: Believed<string>;
  readonly #grants: Believed<LiveGrants>;

  constructor(
    private readonly services: Services,
    { believeMs, failClosedMs }: GatewayTimes,
  ) {
    this.#persons = new Believed(believeMs, failClosedMs);
    this.#grants = new Believed(believeMs, failClosedMs);
  }

  /** @throws {Rejected} `FORBIDDEN_ROLE` when no open account belongs to the log-in. */
  personOf(issuer: string, subject: string): Promise<string> {
    return this.#persons.read(
      JSON.stringify([issuer, subject]),
      async () => resolveAccount.output.parse(await this.#ask(resolveAccount, { issuer, subject })).personId,
    );
  }

  grantsOf(personId: string): Promise<LiveGrants> {
    return this.#grants.read(personId, async () => {
      const { grants, grantVersion, treeVersion } = mySubject.output.parse(await this.#ask(mySubject, { personId }));
      return { grants: grants.map((own) => grant.parse(own)), seen: { tree: treeVersion, grants: grantVersion } };
    });
  }

  /** On record before it has an effect. */
  async recordLogIn(personId: string, acting: Grant | undefined, { acr }: LogIn): Promise<void> {
    const post = acting === undefined ? {} : { organizationId: acting.organizationId };
    await this.#ask(recordLogIn, { personId, ...post, ...(acr === null ? {} : { acr }) }, { idempotencyKey: crypto.randomUUID() });
  }

  /** Asked by the platform, which no audit watches: what is refused is refused here. */
  async #ask(operation: Operation, input: object, sending: Pick<Outgoing, 'idempotencyKey'> = {}): Promise<unknown> {
    const outgoing = { subject: { kind: 'system', policy: 'gateway' }, language: 'zh', correlationId: crypto.randomUUID(), ...sending } as const;
    const { value } = await this.services.ask(operation, input, outgoing).catch((error: unknown) => {
      throw error instanceof RefusedByService ? new Rejected(error.code, error.sentence, error.details) : error;
    });
    return value;
  }
}
