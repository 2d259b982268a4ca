import { Rejected } from '@zhitong/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routedPath } from './routed-path.ts';

/** Probes must get through, and a live stream is open for hours. */
const uncounted = new Set(['/livez', '/readyz', '/api/v1/stream']);

/** How many requests are answered at the same time: beyond that a quick refusal is better than a long wait (REL-34). */
export class Intake {
  #inside = 0;

  constructor(private readonly most: number) {}

  /** @throws {Rejected} `OVERLOADED` */
  enter(request: Pick<FastifyRequest, 'url' | 'routeOptions'>, { raw }: Pick<FastifyReply, 'raw'>): void {
    if (uncounted.has(routedPath(request))) return;
    if (this.#inside >= this.most) throw new Rejected('OVERLOADED', 'Too many requests at once; please try again shortly.');
    this.#inside += 1;
    raw.once('close', () => (this.#inside -= 1));
  }
}
