import { Rejected } from '@zhitong/kernel';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routedPath } from './routed-path.ts';

/** Probes must get through, and a live stream is open for hours. */
const uncounted = new Set(['/livez', '/readyz', '/api/v1/stream']);

/** Who is being answered: beyond so many at the same time a quick refusal is better than a long wait (REL-34). */
export class Intake {
  readonly #inside = new Set<ServerResponse>();
  #closing = false;

  constructor(private readonly most: number) {}

  /** @throws {Rejected} `OVERLOADED` */
  enter(request: Pick<FastifyRequest, 'url' | 'routeOptions'>, { raw }: Pick<FastifyReply, 'raw'>): void {
    if (uncounted.has(routedPath(request))) return;
    if (this.#inside.size >= this.most) throw new Rejected('OVERLOADED', 'Too many requests at once; please try again shortly.');
    this.#inside.add(raw);
    raw.once('close', () => this.#inside.delete(raw));
    if (this.#closing) lastOnItsLine(raw);
  }

  /** From now on each answer is the last one on its line, so that no line is cut while a request is on its way. */
  leave(): void {
    this.#closing = true;
    this.#inside.forEach(lastOnItsLine);
  }

  /** Resolves once everybody inside has an answer; some may still come in on lines that are open. */
  async emptied(): Promise<void> {
    this.leave();
    for (const raw of this.#inside) await new Promise((left) => raw.once('close', left));
  }
}

function lastOnItsLine(raw: ServerResponse): void {
  if (!raw.headersSent) raw.setHeader('connection', 'close');
}
