import type { FastifyRequest } from 'fastify';

/** Where a request was routed to, as the route declares it: an address can be written in many ways (`/%61pi/v1/...`) and still lead there. */
export function routedPath({ routeOptions, url }: Pick<FastifyRequest, 'routeOptions' | 'url'>): string {
  const [path = ''] = url.split('?');
  return routeOptions.url ?? path;
}
