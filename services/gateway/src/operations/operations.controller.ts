import { Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { receiptSchema, type Operation } from '@zhitong/catalogue';
import type { Clock } from '@zhitong/eventing';
import type { Answered } from '@zhitong/platform/grpc/service-client.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, onBehalfOf } from '../access/caller.ts';
import { CallerGuard } from '../access/caller.guard.ts';
import type { LogInStrength } from '../access/log-in-strength.ts';
import { contextOf } from '../http/request-context.ts';
import type { Services } from '../services.ts';
import { inputReader } from './operation-input.ts';
import { awaitedPositions, idempotencyKey, positionOf, seenVersion } from './read-your-writes.ts';
import { routedOperations } from './routed.ts';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

export interface OperationDoors {
  readonly services: Services;
  readonly strength: LogInStrength;
  readonly clock: Clock;
}

/** One route an operation, derived from the catalogue. */
export function operationsController(doors: OperationDoors): new () => object {
  @Controller('api/v1')
  @UseGuards(CallerGuard)
  class OperationsController {}
  for (const operation of routedOperations) {
    const method = { value: handlerOf(operation, doors), writable: true, configurable: true, enumerable: false };
    const { prototype } = OperationsController;
    Object.defineProperty(prototype, operation.name, method);
    Req()(prototype, operation.name, 0);
    Res({ passthrough: true })(prototype, operation.name, 1);
    const path = operation.path.replace(/\{(\w+)\}/g, ':$1');
    const route = operation.kind === 'command' ? Post(path) : Get(path);
    route(prototype, operation.name, method);
    HttpCode(200)(prototype, operation.name, method);
  }
  return OperationsController;
}

function handlerOf(operation: Operation, doors: OperationDoors): Handler {
  const handle = (operation.kind === 'command' ? commandHandler : queryHandler)(operation, doors);
  if (operation.freshLogIn !== true) return handle;
  return async (request, reply) => {
    doors.strength.requireFresh(callerOf(request).logIn);
    return handle(request, reply);
  };
}

function commandHandler(operation: Operation, { services, clock }: OperationDoors): Handler {
  const read = inputReader(operation);
  return async (request, reply) => {
    const key = idempotencyKey(request.headers['idempotency-key']);
    const ifVersion = seenVersion(request.headers['if-match']);
    const after = awaitedPositions(headerOf(request, 'zhitong-after'), clock.now());
    const input = read(request, contextOf(request).language);
    const answered = await services.ask(operation, input, {
      ...onBehalfOf(callerOf(request), contextOf(request)),
      idempotencyKey: key,
      after,
      ...(ifVersion === undefined ? {} : { ifVersion }),
    });
    const { stream, version } = receiptSchema.parse(answered.value);
    void reply.headers({ etag: `"${version}"`, 'zhitong-position': positionOf(stream, version, answered.recordedAt ?? clock.now()) });
    return answered.value;
  };
}

function queryHandler(operation: Operation, { services, clock }: OperationDoors): Handler {
  const read = inputReader(operation);
  return async (request, reply) => {
    const after = awaitedPositions(headerOf(request, 'zhitong-after'), clock.now());
    const answered = await services.ask(operation, read(request, contextOf(request).language), {
      ...onBehalfOf(callerOf(request), contextOf(request)),
      after,
    });
    if (answered.stale) void reply.header('zhitong-stale', String(staleSeconds(answered)));
    return answered.value;
  };
}

const headerOf = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

/** At least one: an answer that lacks the own write is behind. */
function staleSeconds({ value }: Answered): number {
  const lag = typeof value === 'object' && value !== null && 'lagSeconds' in value ? value.lagSeconds : 0;
  return typeof lag === 'number' ? Math.max(1, Math.ceil(lag)) : 1;
}
