import { hash } from 'node:crypto';
import { eventId, namedIds, type Intent, type RecordedEvent, type StreamHandler } from '@zhitong/eventing';
import { isSystemActor, systemActor } from '@zhitong/kernel';
import { canonicalJson } from '../audit/canonical-json.ts';

/** Fixed for life: command ids of policies and deadlines must come out the same after any restart. */
const namespace = '0b0d5c34-6d33-5d0e-8a3c-6d6f6a2f9a11';

/**
 * What a command was asked, to tell a repetition from another command under the same key. A phone alone could be guessed from a plain hash,
 * long after its person was erased: the key, which is kept nowhere, is hashed with it.
 */
export const bodyHash = (body: unknown, idempotencyKey: string): string => hash('sha256', canonicalJson([idempotencyKey, body]), 'base64url');

const commandId = namedIds(namespace);

/** uuid v5 over the parts, each length-prefixed so that no two lists collide. */
export const commandIdOf = (...parts: readonly string[]): string => commandId(parts.map((part) => `${part.length}:${part}`).join(''));

/** Carries out what a policy intends, on behalf of whoever set off the event. */
export const carryOutFor =
  (handler: StreamHandler, now: () => string) =>
  (intent: Intent, { policy, event, name }: { readonly policy: string; readonly event: RecordedEvent; readonly name: string }): Promise<unknown> => {
    const causationId = eventId(event);
    const origin = event.onBehalfOf ?? (isSystemActor(event.actorId) ? undefined : event.actorId);
    return handler.handle(intent.stream, {
      id: intent.id,
      command: intent.command,
      commandId: commandIdOf('policy', causationId, policy, intent.stream.category, intent.id, name),
      bodyHash: policy,
      metadata: {
        occurredAt: now(),
        actorId: systemActor(policy),
        ...(origin === undefined ? {} : { onBehalfOf: origin }),
        ...(event.organizationId === undefined ? {} : { organizationId: event.organizationId }),
        causationId,
        correlationId: event.correlationId,
        ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
      },
    });
  };

/** Carries out what is due. */
export const carryOutDue =
  (handler: StreamHandler) =>
  (
    intent: Intent,
    { deadline, due, name, at }: { readonly deadline: string; readonly due: string; readonly name: string; readonly at: string },
  ): Promise<unknown> => {
    const id = commandIdOf('deadline', deadline, due, intent.stream.category, intent.id, name);
    return handler.handle(intent.stream, {
      id: intent.id,
      command: intent.command,
      commandId: id,
      bodyHash: deadline,
      metadata: { occurredAt: at, actorId: systemActor(deadline), correlationId: id },
    });
  };
