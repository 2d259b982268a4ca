import type { FastifyReply, FastifyRequest } from 'fastify';

export const sessionCookie = '__Host-zt';
export const loginCookie = '__Host-zt-login';

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** First value of a cookie; a second one of the same name is somebody's attempt to fix it. */
export function cookieOf({ headers }: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const values = (headers.cookie ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
  const [value] = values;
  return values.length === 1 && value !== '' ? value : undefined;
}

/** `__Host-` cookies have no domain and the whole path; `value` is base64url. Without `maxAgeSeconds` it ends with the browser. */
export function setCookie(reply: FastifyReply, name: string, value: string, maxAgeSeconds?: number): void {
  append(reply, `${name}=${value}; ${attributes}${maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`}`);
}

export const clearCookie = (reply: FastifyReply, name: string): void => append(reply, `${name}=; ${attributes}; Max-Age=0`);

/** Fastify collects the cookies of one answer by itself. */
const append = (reply: FastifyReply, cookie: string): void => void reply.header('set-cookie', cookie);
