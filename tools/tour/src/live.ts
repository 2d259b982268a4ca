import { setTimeout as wait } from 'node:timers/promises';

/** The live stream of one session, counted. */
export interface Live {
  hints(): number;
  until(enough: () => boolean): Promise<void>;
  close(): void;
}

const patienceMs = 30_000;
const pauseMs = 250;

/** Opens the stream and counts the hints for the topics asked for; like a browser it comes back with its last id when the stream ends. */
export async function follow(url: string, token: string, topics: readonly string[]): Promise<Live> {
  const closing = new AbortController();
  const heard: Heard = { hints: 0 };
  const open = () =>
    fetch(`${url}/api/v1/stream?topics=${encodeURIComponent(topics.join(','))}`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...(heard.lastId === undefined ? {} : { 'last-event-id': heard.lastId }) },
      signal: closing.signal,
    });
  const first = await opened(open);
  void listen(first, open, heard).catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });
  return {
    hints: () => heard.hints,
    async until(enough) {
      const deadline = performance.now() + patienceMs;
      while (!enough()) {
        if (performance.now() > deadline) throw new Error(`The live stream told ${heard.hints} hints only`);
        await wait(50);
      }
    },
    close: () => closing.abort(),
  };
}

const passing = new Set([429, 503]);

/** Comes back, as a browser does, while a part of the city is away. */
async function opened(open: () => Promise<Response>): Promise<Response> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const response = await open();
    if (response.ok) return response;
    const told = await response.text();
    if (!passing.has(response.status) || performance.now() > deadline) throw new Error(`The live stream answered ${response.status}: ${told}`);
    await wait(pauseMs);
  }
}

interface Heard {
  hints: number;
  lastId?: string;
}

/** Ends only by the signal of the requests. */
async function listen(first: Response, open: () => Promise<Response>, heard: Heard): Promise<never> {
  for (let response = first; ; response = await open()) {
    if (response.ok && response.body) await count(response.body, heard);
    else await response.body?.cancel();
    await wait(pauseMs);
  }
}

async function count(body: ReadableStream<Uint8Array>, heard: Heard): Promise<void> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const [, id] = /^id: ?(.+)$/m.exec(event) ?? [];
      if (id !== undefined) heard.lastId = id;
      if (/^event: ?hint$/m.test(event)) heard.hints++;
    }
  }
}
