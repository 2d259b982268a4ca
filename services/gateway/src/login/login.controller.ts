import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Rejected } from '@zhitong/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '../http/rate-limits.ts';
import { clearCookie, cookieOf, loginCookie, sessionCookie, setCookie } from '../sessions/cookies.ts';
import { SessionStore } from '../sessions/session-store.ts';
import { BackChannelLogout } from './back-channel.ts';
import { Entrance } from './entrance.ts';
import { loginSeconds, LogIns, safeReturn } from './log-ins.ts';

/** Doors of the log-in: the only place where a session begins. */
@Controller('auth')
export class LoginController {
  constructor(
    private readonly logIns: LogIns,
    private readonly entrance: Entrance,
    private readonly sessions: SessionStore,
    private readonly limits: RateLimits,
    private readonly backChannel: BackChannelLogout,
  ) {}

  @Get('login')
  async login(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.limits.anonymous(request.ip);
    await this.limits.mayLogIn(request.ip);
    const asked = queryOf(request, this.entrance.publicUrl);
    const elsewhere = this.entrance.elsewhere(request);
    if (elsewhere !== undefined) return void reply.redirect(elsewhere, 302);
    const returnTo = safeReturn(asked.get('returnTo') ?? undefined, this.entrance.publicUrl);
    const { location, id } = await this.logIns.start(returnTo, asked.get('persona') ?? undefined);
    setCookie(reply, loginCookie, id, loginSeconds);
    void reply.redirect(location, 302);
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.limits.anonymous(request.ip);
    await this.limits.mayLogIn(request.ip);
    clearCookie(reply, loginCookie);
    try {
      const { claims, returnTo } = await this.logIns.finish(cookieOf(request, loginCookie), new URL(request.url, this.entrance.publicUrl));
      const old = cookieOf(request, sessionCookie);
      const id = await this.entrance.admit(claims, old);
      setCookie(reply, sessionCookie, id);
      void reply.redirect(returnTo, 302);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      if (error.code === 'TOKEN_INVALID') await this.limits.loginFailed(request.ip);
      if (!(request.headers.accept ?? '').includes('text/html')) throw error;
      void reply.redirect(`/login?error=${error.code}`, 303);
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
