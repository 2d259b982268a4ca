import { Rejected } from '@zhitong/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors as providerErrors, type default as Provider } from 'oidc-provider';
import type { Persona } from '../gateway-options.ts';
import type { ProblemFilter } from '../http/problem.filter.ts';
import { developmentAcr } from './development-issuer.ts';
import { personaPage } from './persona-page.ts';

const mount = '/oidc';
/** What the provider reads itself at most. */
const largestBody = 56 * 1024;

/** Routes of the development issuer, outside of what Nest routes and guards. */
export function issuerRoutes(provider: Provider, personas: readonly Persona[], problems: ProblemFilter) {
  const logins = new Set(personas.map(({ login }) => login));
  const serve = provider.callback();
  return async (scope: FastifyInstance): Promise<void> => {
    scope.setErrorHandler((error, request, reply) => problems.answer(error, request, reply));
    scope.get(`${mount}/interaction/:uid`, async (request, reply) => {
      const { params } = await interaction(provider, request, reply);
      const hint = params['login_hint'];
      if (typeof hint === 'string' && logins.has(hint)) return finish(provider, hint, request, reply);
      return reply.type('text/html; charset=utf-8').send(personaPage(personas));
    });
    scope.post(`${mount}/interaction/:uid`, async (request, reply) => {
      await interaction(provider, request, reply);
      const persona = request.body instanceof URLSearchParams ? request.body.get('persona') : null;
      if (persona === null || !logins.has(persona)) throw new Rejected('VALIDATION_FAILED', 'There is no such persona.');
      return finish(provider, persona, request, reply);
    });
    await scope.register(async (own) => {
      leaveBodies(own);
      own.all(`${mount}/*`, async (request, reply) => {
        reply.hijack();
        for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
        await serve(mounted(request), reply.raw);
      });
    });
  };
}

/** The provider reads bodies by itself: one that says it is too long is refused here, in the words of every other door. */
function leaveBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', ({ headers }, _payload, done) => {
    const fits = Number(headers['content-length'] ?? 0) <= largestBody;
    done(fits ? null : new Rejected('FILE_TOO_LARGE', 'A log-in is short.', { most: largestBody }));
  });
}

/** The provider routes below its mount and reads the full address beside it. */
const mounted = ({ raw }: FastifyRequest) => Object.assign(raw, { originalUrl: raw.url, url: (raw.url ?? '').slice(mount.length) });

async function interaction(provider: Provider, { raw }: FastifyRequest, reply: FastifyReply) {
  try {
    return await provider.interactionDetails(raw, reply.raw);
  } catch (error) {
    if (error instanceof providerErrors.SessionNotFound) throw new Rejected('NOT_FOUND', 'This log-in is over; start again.');
    throw error;
  }
}

/** Native clients are always asked for consent: given here, own clients all. */
async function finish(provider: Provider, login: string, { raw }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply.redirect(await provider.interactionResult(raw, reply.raw, { login: { accountId: login, acr: developmentAcr }, consent: {} }), 303);
}
