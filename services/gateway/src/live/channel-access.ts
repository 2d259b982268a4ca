import type { QueryOperation } from '@zhitong/catalogue';
import { getAffair } from '@zhitong/catalogue/operations/affairs.ts';
import { getDirective } from '@zhitong/catalogue/operations/directives.ts';
import { getImport } from '@zhitong/catalogue/operations/imports.ts';
import { getMeeting } from '@zhitong/catalogue/operations/meetings.ts';
import { getMember } from '@zhitong/catalogue/operations/members.ts';
import { getRequest } from '@zhitong/catalogue/operations/requests.ts';
import { getTransfer } from '@zhitong/catalogue/operations/transfers.ts';
import { getOrganization } from '@zhitong/catalogue/operations/tree.ts';
import { isOutage } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { Believed } from '../access/believed.ts';
import { onBehalfOf, type Caller } from '../access/caller.ts';
import type { GatewayTimes } from '../gateway-options.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Services } from '../services.ts';
import type { LiveChannel } from './live-hub.ts';

interface Question {
  readonly operation: QueryOperation;
  readonly input: Readonly<Record<string, string>>;
}

const organization = (organizationId: string): Question => ({ operation: getOrganization, input: { organizationId } });

/** Who may hear a channel is who may read what it is about: the question that shows it, asked for the organization acted for. */
const questions: Readonly<Record<string, (id: string, actingId: string) => Question>> = {
  org: organization,
  inbox: organization,
  metric: organization,
  members: organization,
  transfers: organization,
  meetings: organization,
  affairs: organization,
  exports: organization,
  directive: (directiveId, organizationId) => ({ operation: getDirective, input: { directiveId, organizationId } }),
  request: (requestId, organizationId) => ({ operation: getRequest, input: { requestId, organizationId } }),
  transfer: (transferId) => ({ operation: getTransfer, input: { transferId } }),
  meeting: (meetingId) => ({ operation: getMeeting, input: { meetingId } }),
  import: (importId) => ({ operation: getImport, input: { importId } }),
  affair: (affairId) => ({ operation: getAffair, input: { affairId } }),
  member: (personId) => ({ operation: getMember, input: { personId } }),
};

const kindAndId = /^([a-z]+):([a-z]{3}_[A-Za-z0-9.]{1,64})$/;

export const isChannel = (name: string): boolean => Object.hasOwn(questions, kindAndId.exec(name)?.[1] ?? '');

/** Decides for one stream which channels its caller may hear now; asked per event, believed for a moment. */
export class ChannelAccess {
  readonly #allowed: Believed<boolean>;

  constructor(
    private readonly services: Services,
    private readonly context: RequestContext,
    { believeMs, failClosedMs }: GatewayTimes,
  ) {
    this.#allowed = new Believed(believeMs, failClosedMs);
  }

  /** False for everything the caller may not read. @throws {Rejected} an outage, while nobody can tell. */
  async allows({ name, organizationId }: LiveChannel, caller: Caller): Promise<boolean> {
    const question = organizationId === undefined ? questionOf(name, caller.acting?.organizationId ?? '') : organization(organizationId);
    if (!question) return false;
    const key = JSON.stringify([caller.acting?.grantId, caller.seen, question.operation.name, question.input]);
    return this.#allowed.read(key, () => this.#answers(question, caller));
  }

  async #answers({ operation, input }: Question, caller: Caller): Promise<boolean> {
    try {
      await this.services.ask(operation, input, onBehalfOf(caller, this.context));
      return true;
    } catch (error) {
      if (error instanceof Rejected && !isOutage(error)) return false;
      throw error;
    }
  }
}

function questionOf(name: string, actingId: string): Question | undefined {
  const [, kind = '', id = ''] = kindAndId.exec(name) ?? [];
  return Object.hasOwn(questions, kind) ? questions[kind]?.(id, actingId) : undefined;
}
