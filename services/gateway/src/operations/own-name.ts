import { memberNames } from '@zhitong/catalogue/operations/members.ts';
import { describe, isOutage, type Log } from '@zhitong/eventing';
import { onBehalfOf, type Caller } from '../access/caller.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Services } from '../services.ts';

/** Names are decoration: a page does not wait for them. */
export const patienceMs = 300;

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
    const asking = { ...onBehalfOf(caller, context), deadlineMs: patienceMs };
    const { names } = await this.services.answer(memberNames, { personIds: [personId] }, asking);
    return names.find((name) => name.personId === personId)?.name;
  }
}
