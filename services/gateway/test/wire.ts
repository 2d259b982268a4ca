import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it goes over the wire: nothing is put right on the way. */
export interface Sent {
  readonly method: string;
  /** Path and query as written. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What no browser would send, to one server. */
export class Wire {
  readonly #agent = new Agent({ keepAlive: true });

  constructor(private readonly url: string) {}

  send({ method, path, headers, body }: Sent): Promise<Answer> {
    const { hostname, port } = new URL(this.url);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = request({ hostname, port, agent: this.#agent, method, path, headers: { ...headers, ...length } }, (incoming) => {
      text(incoming).then((answered) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: answered }), reject);
    });
    outgoing.once('error', reject);
    outgoing.end(body);
    return promise;
  }

  /** Bytes as they are, the last of a connection; the whole answer until the server hangs up. */
  async raw(bytes: string): Promise<Answer> {
    const { hostname, port } = new URL(this.url);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(bytes);
    const [head = '', ...body] = (await text(socket)).split('\r\n\r\n');
    const [first = '', ...lines] = head.split('\r\n');
    const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
    return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), text: body.join('\r\n\r\n') };
  }

  close(): void {
    this.#agent.destroy();
  }
}
