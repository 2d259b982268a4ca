import { Controller, Get, Query, Req, Res, UseGuards, type OnModuleDestroy } from '@nestjs/common';
import { says } from '@zhitong/catalogue';
import { describe, isOutage, type Log } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callerOf, Callers, type Caller } from '../access/caller.ts';
import { CallerGuard } from '../access/caller.guard.ts';
import type { GatewayTimes } from '../gateway-options.ts';
import { contextOf } from '../http/request-context.ts';
import { checked } from '../operations/operation-input.ts';
import { Services } from '../services.ts';
import { ChannelAccess, isChannel } from './channel-access.ts';
import { LiveHub } from './live-hub.ts';
import { LiveStream } from './live-stream.ts';

const mostOfOne = 5;
const asked = z.strictObject({
  topics: z
    .string()
    .max(8_000)
    .transform((topics) => topics.split(',').filter((topic) => topic !== ''))
    .pipe(
      z
        .array(z.string().refine(isChannel, says('channel')))
        .min(1)
        .max(100),
    ),
});

/** What the streams of one gateway share beside their hub. */
export class LiveSettings {
  constructor(
    readonly times: GatewayTimes,
    readonly log: Log,
  ) {}
}

/** `GET /api/v1/stream?topics=inbox:org_1,...`: hints that something changed; the reader asks for what it shows (GW-04). */
@Controller('api/v1/stream')
@UseGuards(CallerGuard)
export class StreamController implements OnModuleDestroy {
  readonly #open = new Map<string, Set<LiveStream>>();

  constructor(
    private readonly hub: LiveHub,
    private readonly services: Services,
    private readonly callers: Callers,
    private readonly settings: LiveSettings,
  ) {}

  @Get()
  stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: unknown): void {
    const { topics } = checked(asked, query, contextOf(request).language);
    const caller = callerOf(request);
    const own = this.#open.get(caller.countedAs) ?? new Set<LiveStream>();
    if (own.size >= mostOfOne) throw new Rejected('RATE_LIMITED', 'At most 5 live streams a session.', { retryAfterMs: 15_000 });
    this.#open.set(caller.countedAs, own);
    reply.hijack();
    reply.raw.writeHead(200, { ...answerHeaders(reply), 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    const stream: LiveStream = new LiveStream(reply.raw, {
      hub: this.hub,
      access: new ChannelAccess(this.services, contextOf(request), this.settings.times),
      topics: new Set(topics),
      lastEventId: lastEventIdOf(request),
      caller: () => this.#callerNow(request, caller),
      heartbeatMs: this.settings.times.heartbeatMs,
      recheckMs: this.settings.times.believeMs,
      ended: (error) => {
        own.delete(stream);
        if (own.size === 0) this.#open.delete(caller.countedAs);
        if (error !== undefined) this.#failed(error);
      },
    });
    own.add(stream);
    stream.start();
  }

  onModuleDestroy(): void {
    for (const streams of this.#open.values()) for (const stream of streams) stream.close();
  }

  /** Undefined also when another post was chosen meanwhile: that session has another id. */
  async #callerNow(request: FastifyRequest, { countedAs }: Caller): Promise<Caller | undefined> {
    const now = await this.callers.again(request);
    return now?.countedAs === countedAs ? now : undefined;
  }

  /** The stream has ended; the tab comes back with its last id when what was away is there again. */
  #failed(error: unknown): void {
    const fields = { error: describe(error) };
    if (isOutage(error)) this.settings.log.info(fields, 'A live stream was let go during an outage');
    else this.settings.log.error(fields, 'A live stream failed');
  }
}

const answerHeaders = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

function lastEventIdOf({ headers }: FastifyRequest): string | undefined {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}
