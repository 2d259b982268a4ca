import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { Rejected } from '@zhitong/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callerOf, type Caller } from '../access/caller.ts';
import { CallerGuard } from '../access/caller.guard.ts';
import { contextOf } from '../http/request-context.ts';
import { Entrance } from '../login/entrance.ts';
import { OwnName } from '../operations/own-name.ts';
import { checked } from '../operations/operation-input.ts';
import { setCookie, sessionCookie } from './cookies.ts';
import { idleMs, SessionStore, type Session } from './session-store.ts';

const act = z.strictObject({ grantId: z.string().min(1).max(80) });
const sessionId = z.string().regex(/^[0-9a-f]{64}$/);

/** The own session: who one is, under which post, and where else one is logged in. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class SessionController {
  constructor(
    private readonly sessions: SessionStore,
    private readonly entrance: Entrance,
    private readonly ownName: OwnName,
  ) {}

  @Get('session')
  async session(@Req() request: FastifyRequest) {
    const caller = callerOf(request);
    const { personId, grants, acting, session } = caller;
    return {
      personId,
      displayName: await this.ownName.of(caller, contextOf(request)),
      actingGrantId: acting?.grantId ?? null,
      grants,
      roles: [...new Set(grants.map(({ role }) => role))],
      idleSeconds: (session?.idleMs ?? idleMs.usual) / 1000,
    };
  }

  @Post('session/act')
  @HttpCode(200)
  async act(@Req() request: FastifyRequest, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply) {
    const { grantId } = checked(act, body, contextOf(request).language);
    const caller = callerOf(request);
    const chosen = caller.grants.find((grant) => grant.grantId === grantId);
    if (!chosen) throw new Rejected('FORBIDDEN_ROLE', 'You do not hold this grant.', { grantId });
    setCookie(reply, sessionCookie, await this.entrance.actAs(browserSession(caller), chosen));
    return { actingGrantId: grantId };
  }

  @Get('sessions')
  async list(@Req() request: FastifyRequest) {
    const { personId, session } = callerOf(request);
    const listed = await this.sessions.listOf(personId);
    return { items: listed.map((own) => ({ ...own, current: own.sessionId === session?.sessionId })) };
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  async end(@Req() request: FastifyRequest, @Param('sessionId') given: unknown): Promise<void> {
    const found = sessionId.safeParse(given);
    const ended = found.success && (await this.sessions.endOf(callerOf(request).personId, found.data));
    if (!ended) throw new Rejected('NOT_FOUND', 'There is no such session.');
  }
}

function browserSession({ session }: Caller): Session {
  if (!session) throw new Rejected('UNAUTHENTICATED', 'A token has no session; name the grant in Zhitong-Grant.');
  return session;
}
