import { parentPort } from 'node:worker_threads';
import { failureOf, type Reply, type Request } from './thread-protocol.ts';

/** Answers calls to the methods of a service, which is opened by the first call so that its failure has somebody to tell. */
export function serve(open: () => object): void {
  const port = parentPort;
  if (port === null) throw new Error('This file runs as a worker thread');
  let service: object | undefined;
  port.on('message', (requests: readonly Request[]) => {
    for (const replies of answersInTime(() => (service ??= open()), requests)) port.postMessage(replies);
    if (requests.some(({ method }) => method === 'close')) port.close();
  });
}

/** Answers go back together as long as none waits for the next one for more than a moment. */
function* answersInTime(service: () => object, requests: readonly Request[]): Generator<readonly Reply[]> {
  let ready: Reply[] = [];
  let since = performance.now();
  for (const request of requests) {
    ready.push(answer(service, request));
    if (performance.now() - since < momentMs) continue;
    yield ready;
    ready = [];
    since = performance.now();
  }
  if (ready.length > 0) yield ready;
}
const momentMs = 1;

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
