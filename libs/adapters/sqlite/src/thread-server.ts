import { parentPort } from 'node:worker_threads';
import { failureOf, type Reply, type Request } from './thread-protocol.ts';

/** Answers calls to the methods of a service, which is opened by the first call so that its failure has somebody to tell. */
export function serve(open: () => object): void {
  const port = parentPort;
  if (port === null) throw new Error('This file runs as a worker thread');
  let service: object | undefined;
  port.on('message', (request: Request) => {
    const reply = answer(() => (service ??= open()), request);
    port.postMessage(reply);
    if (request.method === 'close') port.close();
  });
}

function answer(service: () => object, { id, method, args }: Request): Reply {
  try {
    const target = service();
    const member: unknown = Reflect.get(target, method);
    if (typeof member !== 'function') throw new TypeError(`There is no method "${method}"`);
    return { id, value: Reflect.apply(member, target, args) };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
}
