/** A browser as far as the gateway can tell: it keeps cookies, follows redirects when asked, and names its origin. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** As its header; empty while it has none. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(
    path: string,
    { method = 'GET', headers = {}, body }: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
  ): Promise<Response> {
    const url = new URL(path, this.origin);
    const { cookie } = this;
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    return response;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const own = { origin: this.origin, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    return this.send(path, { method: 'POST', headers: { ...own, ...headers }, body: JSON.stringify(body) });
  }

  /** Where the redirects of this site end. */
  async follow(path: string): Promise<{ readonly response: Response; readonly visited: readonly string[] }> {
    const visited = [path];
    let response = await this.send(path);
    for (let location = response.headers.get('location'); location !== null && visited.length < 12; location = response.headers.get('location')) {
      const next = new URL(location, this.origin);
      visited.push(next.href);
      if (next.pathname.startsWith('/app') || next.pathname === '/login') break;
      response = await this.send(next.href);
    }
    return { response, visited };
  }

  async logIn(persona: string): Promise<void> {
    const { visited } = await this.follow(`/auth/login?persona=${persona}&returnTo=/app/inbox`);
    if (!this.cookies.has('__Host-zt')) throw new Error(`Not logged in: ${visited.join(' -> ')}`);
  }

  #keep(set: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (value === '' || /max-age=0/i.test(set)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
