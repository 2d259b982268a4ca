import { operations, receiptSchema, type Context, type Receipt } from '@zhitong/catalogue';
import type { Clock } from '@zhitong/eventing';
import { connectService, createSubjectSigner, subjectKeysAt, type ServiceClient, type SubjectSigner } from '@zhitong/platform';
import { personasIn, type Persona } from '@zhitong/seed';
import { eventually } from '@zhitong/testing/eventually.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

export type Part = 'organizations' | 'members';
type Subject = Parameters<ServiceClient['call']>[2]['subject'];

const contextOf = new Map<string, Context>(operations.map(({ name, context }) => [name, context]));
const importer: Subject = { kind: 'system', policy: 'seed' };
const own = z.object({ grants: z.array(z.looseObject({ grantId: z.string(), organizationId: z.string() })) });

/** Ends a run that has failed: longer than any start of a service that was killed. */
const patienceMs = 300_000;
const pauseMs = 100;

/** Who acts in a city whose services die again and again: an act is repeated with its key until it is done, also when what it builds on has not arrived yet. */
export class Officers {
  readonly #clients = new Map<Context, { readonly address: string; readonly client: ServiceClient }>();
  readonly #subjects = new Map<string, Promise<Subject>>();

  private constructor(
    private readonly signer: SubjectSigner,
    private readonly personas: () => readonly Persona[],
    private readonly doorOf: (context: Context) => string | undefined,
  ) {}

  static async of(folder: string, clock: Clock, doorOf: (context: Context) => string | undefined): Promise<Officers> {
    const signer = await createSubjectSigner(await subjectKeysAt(join(folder, 'keys', 'subject-keys.json')), clock);
    return new Officers(signer, () => personasIn(folder), doorOf);
  }

  /** Once the grant is there that the post brings. */
  async logIn(login: string): Promise<void> {
    await this.#subjectOf(login);
  }

  async act(login: string, operation: string, input: object): Promise<Receipt> {
    return receiptSchema.parse(await this.#call(await this.#subjectOf(login), operation, input));
  }

  async enter(operation: string, input: object): Promise<Receipt> {
    return receiptSchema.parse(await this.#call(importer, operation, input));
  }

  async ask(login: string, operation: string, input: object): Promise<unknown> {
    return this.#call(await this.#subjectOf(login), operation, input);
  }

  /** Where somebody acts. */
  organizationOf(login: string): string {
    return this.#personaOf(login).organizationId;
  }

  close(): void {
    for (const { client } of this.#clients.values()) client.close();
  }

  #personaOf(login: string): Persona {
    const persona = this.personas().find((known) => known.login === login);
    if (!persona) throw new Error(`Nobody logs in as ${login}`);
    return persona;
  }

  #subjectOf(login: string): Promise<Subject> {
    const known = this.#subjects.get(login) ?? this.#loggedIn(this.#personaOf(login));
    this.#subjects.set(login, known);
    return known;
  }

  async #loggedIn({ personId, organizationId }: Persona): Promise<Subject> {
    const nobody = { kind: 'person', personId, organizationId, grantId: 'grt_none' } as const;
    let grantId: string | undefined;
    await eventually(async () => {
      await wait(pauseMs);
      const { grants } = own.parse(await this.#call(nobody, 'mySubject', {}));
      grantId = grants.find((grant) => grant.organizationId === organizationId)?.grantId;
      return grantId !== undefined;
    }, patienceMs);
    return { ...nobody, grantId: grantId ?? '' };
  }

  async #call(subject: Subject, operation: string, input: object): Promise<unknown> {
    const key = randomUUID();
    const until = performance.now() + patienceMs;
    for (;;) {
      try {
        const { value } = await this.#clientOf(operation).call(operation, input, { subject, idempotencyKey: key, correlationId: key, language: 'en' });
        return value;
      } catch (cause) {
        if (performance.now() > until) throw new Error(`${operation} ${JSON.stringify(input)}: ${String(cause)}`, { cause });
      }
      await wait(pauseMs);
    }
  }

  /** @throws while nobody listens. */
  #clientOf(operation: string): ServiceClient {
    const context = contextOf.get(operation);
    const address = context && this.doorOf(context);
    if (context === undefined || address === undefined) throw new Error(`Nobody answers ${operation}`);
    const known = this.#clients.get(context);
    if (known?.address === address) return known.client;
    known?.client.close();
    const client = connectService(context, address, { signer: this.signer });
    this.#clients.set(context, { address, client });
    return client;
  }
}
