import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../http/request-context.ts';

/** Addresses that the console routes by itself. */
const pages = ['/login', '/app', '/app/*', '/m', '/m/*'];
const placeholder = '__CSP_NONCE__';

/** Names with a content hash never change. */
const hashed = /\/assets\/[^/]+-[\w-]{8,}\.\w+(\.(br|gz))?$/;

/** The built console: its page for every address of its own, its files as they are. */
export function consoleFiles(webRoot: string) {
  return async (scope: FastifyInstance): Promise<void> => {
    const index = join(webRoot, 'index.html');
    const page = existsSync(index) ? servePage(readFileSync(index, 'utf8')) : explain;
    for (const path of pages) scope.get(path, page);
    scope.get('/', (_request, reply) => reply.redirect('/app', 302));
    if (!existsSync(index)) return;
    await scope.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      index: false,
      globIgnore: ['**/index.html', '**/*.map', '**/*.br', '**/*.gz'],
      // Written beside the files by the build.
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  };
}

const servePage = (html: string) => (request: FastifyRequest, reply: FastifyReply) =>
  reply.type('text/html; charset=utf-8').send(html.replaceAll(placeholder, contextOf(request).nonce));

const explain = (_request: FastifyRequest, reply: FastifyReply) =>
  reply.status(503).type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>控制台尚未构建</title>
<h1>控制台尚未构建</h1>
<p>服务正在运行，但页面文件还没有生成。请运行 <code>npm run build</code> 后重新启动。</p>
<p lang="en">The services run, but the console has not been built: <code>npm run build</code>, then start again. The API is described at <a href="/openapi.json">/openapi.json</a>.</p>
</html>
`);
