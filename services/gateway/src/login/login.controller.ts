import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Rejected } from '@zhitong/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { freshSeconds } from '../access/log-in-strength.ts';
import { RateLimits } from '../http/rate-limits.ts';
import { RefusedRequests } from '../http/refused-requests.ts';
import { clearCookie, cookieOf, loginCookie, sessionCookie, setCookie } from '../sessions/cookies.ts';
import { SessionStore } from '../sessions/session-store.ts';
import { BackChannelLogout } from './back-channel.ts';
import { Entrance } from './entrance.ts';
import { loginSeconds, LogIns, safeReturn, type FinishedLogIn, type WantedLogIn } from './log-ins.ts';

/** Doors of the log-in: the only place where a session begins. */
@Controller('auth')
export class LoginController {
  constructor(
    private readonly logIns: LogIns,
    private readonly entrance: Entrance,
    private readonly sessions: SessionStore,
    private readonly limits: RateLimits,
    private readonly backChannel: BackChannelLogout,
    private readonly refused: RefusedRequests,
  ) {}

  @Get('login')
  async login(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.limits.anonymous(request.ip);
    await this.limits.mayLogIn(request.ip);
    const asked = queryOf(request, this.entrance.publicUrl);
    const elsewhere = this.entrance.elsewhere(request);
    if (elsewhere !== undefined) return void reply.redirect(elsewhere, 302);
    const returnTo = safeReturn(asked.get('returnTo') ?? undefined, this.entrance.publicUrl);
    if (asked.has('fresh')) return this.#toIssuer(reply, { returnTo, hint: await this.#subjectOf(request), maxAgeSeconds: freshSeconds });
    await this.#toIssuer(reply, { returnTo, hint: asked.get('persona') ?? undefined });
  }

  /** Whoever proves themselves again is the one whose session it is. */
  async #subjectOf(request: FastifyRequest): Promise<string | undefined> {
    const id = cookieOf(request, sessionCookie);
    return id === undefined ? undefined : (await this.sessions.find(id, { quiet: true }))?.subject;
  }

  async #toIssuer(reply: FastifyReply, wanted: WantedLogIn): Promise<void> {
    const { location, id } = await this.logIns.start(wanted);
    setCookie(reply, loginCookie, id, loginSeconds);
    void reply.redirect(location, 302);
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.limits.anonymous(request.ip);
    await this.limits.mayLogIn(request.ip);
    clearCookie(reply, loginCookie);
    try {
      const finished = await this.logIns.finish(cookieOf(request, loginCookie), new URL(request.url, this.entrance.publicUrl));
      await this.#admit(finished, request, reply);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      if (error.code === 'TOKEN_INVALID') await this.limits.loginFailed(request.ip);
      if (!(request.headers.accept ?? '').includes('text/html')) throw error;
      this.refused.note(request, error);
      void reply.redirect(`/login?error=${error.code}`, 303);
    }
  }

  /** Who needs a stronger proof is sent back for it, once. */
  async #admit({ claims, returnTo, acrValues: asked }: FinishedLogIn, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      setCookie(reply, sessionCookie, await this.entrance.admit(claims, cookieOf(request, sessionCookie)));
      void reply.redirect(returnTo, 302);
    } catch (error) {
      const acrValues = error instanceof Rejected ? error.details['acrValues'] : undefined;
      if (asked !== null || typeof acrValues !== 'string') throw error;
      await this.#toIssuer(reply, { returnTo, hint: claims.sub, acrValues });
    }
  }

  @Post('logout')
  @HttpCode(204)
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const id = cookieOf(request, sessionCookie);
    const session = id === undefined ? undefined : await this.sessions.find(id, { quiet: true });
    if (session) await this.sessions.end(session);
    clearCookie(reply, sessionCookie);
    void reply.header('clear-site-data', '"cache", "cookies", "storage"');
  }

  @Post('back-channel-logout')
  @HttpCode(200)
  async backChannelLogout(@Req() request: FastifyRequest): Promise<void> {
    await this.limits.anonymous(request.ip);
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    await this.backChannel.end(form.get('logout_token') ?? '');
  }
}

const queryOf = ({ url }: FastifyRequest, base: string) => new URL(url, base).searchParams;
