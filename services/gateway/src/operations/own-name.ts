import { describe, isOutage, type Log } from '@zhitong/eventing';
import { z } from 'zod';
import { onBehalfOf, type Caller } from '../access/caller.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Services } from '../services.ts';

/** Names are decoration: a page does not wait for them. */
export const patienceMs = 300;

const answered = z.object({ names: z.array(z.object({ personId: z.string(), name: z.string() })) });

/** What to call the person of a session. */
export class OwnName {
  constructor(
    private readonly services: Services,
    private readonly log: Log,
  ) {}

  /** While members does not answer, what the issuer called the log-in, else the organization acted for. */
  async of(caller: Caller, context: RequestContext): Promise<string | null> {
    const { acting, session } = caller;
    const title = session?.displayName ?? acting?.organizationName ?? null;
    if (!acting) return title;
    try {
      return (await this.#ask(caller, context)) ?? title;
    } catch (error) {
      if (!isOutage(error)) throw error;
      this.log.info({ error: describe(error) }, 'A session goes by its title: its name did not come');
      return title;
    }
  }

  async #ask(caller: Caller, context: RequestContext): Promise<string | undefined> {
    const { personId } = caller;
    const { value } = await this.services.ask('memberNames', { personIds: [personId] }, { ...onBehalfOf(caller, context), deadlineMs: patienceMs });
    return answered.parse(value).names.find((name) => name.personId === personId)?.name;
  }
}
