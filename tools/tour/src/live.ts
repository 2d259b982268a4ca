import { setTimeout as wait } from 'node:timers/promises';

/** The live stream of one session, counted. */
export interface Live {
  hints(): number;
  until(enough: () => boolean): Promise<void>;
  close(): void;
}

const patienceMs = 30_000;

/** Opens the stream and counts the hints for the topics asked for. */
export async function follow(url: string, token: string, topics: readonly string[]): Promise<Live> {
  const closing = new AbortController();
  const response = await fetch(`${url}/api/v1/stream?topics=${encodeURIComponent(topics.join(','))}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal: closing.signal,
  });
  if (!response.ok || !response.body) throw new Error(`The live stream answered ${response.status}: ${await response.text()}`);
  let hints = 0;
  void count(response.body, () => hints++).catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });
  return {
    hints: () => hints,
    async until(enough) {
      const deadline = performance.now() + patienceMs;
      while (!enough()) {
        if (performance.now() > deadline) throw new Error(`The live stream told ${hints} hints only`);
        await wait(50);
      }
    },
    close: () => closing.abort(),
  };
}

async function count(body: ReadableStream<Uint8Array>, hint: () => void): Promise<void> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) if (/^event: ?hint$/m.test(event)) hint();
  }
}
