import { Rejected } from '@zhitong/kernel';
import type { Outgoing } from '@zhitong/platform/grpc/call-metadata.ts';
import type { Seen } from '@zhitong/platform/grpc/subject-keys.ts';
import type { FastifyRequest } from 'fastify';
import { contextOf, type RequestContext } from '../http/request-context.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import { cookieOf, sessionCookie } from '../sessions/cookies.ts';
import type { Session, SessionStore } from '../sessions/session-store.ts';
import type { Accounts, Grant } from './accounts.ts';
import type { BearerTokens } from './bearer-tokens.ts';
import type { LogIn, LogInStrength } from './log-in-strength.ts';

/** Who asks, with the rights of this moment. */
export interface Caller {
  readonly personId: string;
  readonly grants: readonly Grant[];
  /** Undefined when none is left or none was chosen. */
  readonly acting: Grant | undefined;
  readonly seen: Seen;
  /** Absent for bearer clients. */
  readonly session: Session | undefined;
  readonly logIn: LogIn;
  /** Whom the rate limits count. */
  readonly countedAs: string;
}

const unauthenticated = () => new Rejected('UNAUTHENTICATED', 'Please log in.');

/** Finds out who sends a request: by cookie or, for API clients, by bearer token. */
export class Callers {
  constructor(
    private readonly sessions: SessionStore,
    private readonly accounts: Accounts,
    private readonly tokens: BearerTokens,
    private readonly limits: RateLimits,
    private readonly strength: LogInStrength,
  ) {}

  /** @throws {Rejected} `UNAUTHENTICATED`, `TOKEN_INVALID`, `STEP_UP_REQUIRED`, `RATE_LIMITED`, `SESSIONS_UNAVAILABLE` */
  async of(request: FastifyRequest): Promise<Caller> {
    const caller = await this.#find(request).catch(async (error: unknown) => {
      if (error instanceof Rejected) await this.limits.anonymous(request.ip);
      throw error;
    });
    await this.limits.session(caller.countedAs);
    return caller;
  }

  /** The caller as of now, without counting as use; undefined once the session has ended or the account was disabled. */
  async again(request: FastifyRequest): Promise<Caller | undefined> {
    return this.#find(request, true).catch((error: unknown) => {
      if (error instanceof Rejected && ['UNAUTHENTICATED', 'TOKEN_INVALID', 'FORBIDDEN_ROLE'].includes(error.code)) return undefined;
      throw error;
    });
  }

  async #find(request: FastifyRequest, quiet = false): Promise<Caller> {
    const { authorization } = request.headers;
    return authorization === undefined ? this.#bySession(request, quiet) : this.#byToken(authorization, request);
  }

  async #bySession(request: FastifyRequest, quiet: boolean): Promise<Caller> {
    const id = cookieOf(request, sessionCookie);
    const session = id === undefined ? undefined : await this.sessions.find(id, { quiet });
    if (!session) throw unauthenticated();
    await this.#stillOpen(session);
    const { grants, seen } = await this.accounts.grantsOf(session.personId);
    const acting = grants.find(({ grantId }) => grantId === session.actingGrantId);
    return { personId: session.personId, grants, acting, seen, session, logIn: session.logIn, countedAs: session.sessionId };
  }

  /** A disabled account ends its sessions. */
  async #stillOpen(session: Session): Promise<void> {
    const personId = await this.accounts.personOf(session.issuer, session.subject).catch((error: unknown) => {
      if (error instanceof Rejected && error.code === 'FORBIDDEN_ROLE') return undefined;
      throw error;
    });
    if (personId === session.personId) return;
    await this.sessions.end(session);
    throw unauthenticated();
  }

  async #byToken(authorization: string, request: FastifyRequest): Promise<Caller> {
    const { issuer, subject, logIn } = await this.tokens.verify(authorization);
    const personId = await this.accounts.personOf(issuer, subject);
    const { grants, seen } = await this.accounts.grantsOf(personId);
    const chosen = request.headers['zhitong-grant'];
    const acting = chosen === undefined ? grants[0] : grants.find(({ grantId }) => grantId === chosen);
    this.strength.requireFor(acting, logIn);
    return { personId, grants, acting, seen, session: undefined, logIn, countedAs: `bearer:${issuer}:${subject}` };
  }
}

/** The caller of a guarded route. */
export function callerOf(request: FastifyRequest): Caller {
  const { caller } = contextOf(request);
  if (!caller) throw new TypeError('The route is not guarded');
  return caller;
}

/** How a caller's question goes on to a service. @throws {Rejected} `FORBIDDEN_ROLE` without a post to act under. */
export function onBehalfOf({ personId, acting, seen }: Caller, { language, traceId, traceparent }: RequestContext): Outgoing {
  if (!acting) throw new Rejected('FORBIDDEN_ROLE', 'Choose the post to act under.');
  const { grantId, organizationId } = acting;
  return { subject: { kind: 'person', personId, grantId, organizationId }, seen, language, correlationId: traceId, traceparent };
}
