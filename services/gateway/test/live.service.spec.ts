import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejected } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing/eventually.ts';
import { standardTimes } from '../src/index.ts';
import type { Browser } from './browser.ts';
import { at } from './json.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

interface Event {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string | undefined;
}

/** Reads a live stream event by event; comments and bare ids pass silently. */
class Tab {
  #buffer = '';
  constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {}

  static async open(browser: Browser, topics: string, lastEventId?: string): Promise<Tab> {
    const response = await browser.send(`/api/v1/stream?topics=${topics}`, { headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId } });
    if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
    return new Tab(response.body.getReader());
  }

  /** Undefined when the stream has ended. */
  async next(): Promise<Event | undefined> {
    for (;;) {
      const at = this.#buffer.indexOf('\n\n');
      if (at >= 0) {
        const block = this.#buffer.slice(0, at);
        this.#buffer = this.#buffer.slice(at + 2);
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        if (field('event') !== undefined) return { id: field('id'), event: field('event'), data: field('data') };
        continue;
      }
      const { done, value } = await this.reader.read();
      if (done) return undefined;
      this.#buffer += Buffer.from(value).toString();
    }
  }

  /** The next bytes, comments included. */
  async raw(): Promise<string> {
    const { value } = await this.reader.read();
    return Buffer.from(value ?? []).toString();
  }

  close(): Promise<void> {
    return this.reader.cancel();
  }
}

describe('the live stream', () => {
  let gateway: GatewayUnderTest;
  const publish = (...channels: unknown[]) => gateway.ephemeral.publish('live', JSON.stringify({ channels }));
  const readable = new Set(['org_1']);
  const hint = (...channels: string[]) => ({ event: 'hint', data: JSON.stringify({ channels }) });

  beforeEach(async () => {
    gateway = new GatewayUnderTest();
    const answer = (id: unknown) => {
      if (!readable.has(String(id))) throw new Rejected('NOT_FOUND', 'Outside.');
      return { value: {}, stale: false };
    };
    gateway.services.answers.set('getOrganization', ({ input }) => answer(at(input, 'organizationId')));
    gateway.services.answers.set('getDirective', ({ input }) => answer(at(input, 'directiveId')));
    readable.clear();
    readable.add('org_1').add('dir_1');
    await gateway.start({ times: { ...standardTimes, believeMs: 50, heartbeatMs: 100 } });
  });
  afterEach(() => gateway.stop());

  it('GW-04 LINK-23 tells what was asked for and may be read, in order', async () => {
    const tab = await Tab.open(await gateway.loggedIn(), 'inbox:org_1,inbox:org_2,directive:dir_1,directive:dir_2');
    await publish('inbox:org_2', 'metric:org_1', 'request:req_1');
    await publish('inbox:org_1', 'directive:dir_2');
    await publish('directive:dir_1', 'inbox:org_1');
    expect(await tab.next()).toMatchObject(hint('inbox:org_1'));
    expect(await tab.next()).toMatchObject(hint('directive:dir_1', 'inbox:org_1'));
    await tab.close();
  });

  it('takes the word of whoever published it for the organization', async () => {
    const tab = await Tab.open(await gateway.loggedIn(), 'transfer:trf_1,transfer:trf_2');
    await publish({ name: 'transfer:trf_2', organizationId: 'org_2' });
    await publish({ name: 'transfer:trf_1', organizationId: 'org_1' });
    expect(await tab.next()).toMatchObject(hint('transfer:trf_1'));
    await tab.close();
  });

  it('GW-04 LINK-23 goes on where it was left', async () => {
    const browser = await gateway.loggedIn();
    const first = await Tab.open(browser, 'inbox:org_1');
    await publish('inbox:org_1');
    const seen = await first.next();
    await first.close();
    await publish('inbox:org_1', 'inbox:org_2');
    await publish('metric:org_1');
    const again = await Tab.open(browser, 'inbox:org_1,metric:org_1', seen?.id);
    expect(await again.next()).toMatchObject(hint('inbox:org_1'));
    expect(await again.next()).toMatchObject(hint('metric:org_1'));
    await again.close();
  });

  it('GW-04 tells a tab its place before anything was meant for it: asking for another topic, it misses nothing', async () => {
    const browser = await gateway.loggedIn();
    const heard = await Tab.open(browser, 'inbox:org_1');
    await publish('inbox:org_1');
    const newest = (await heard.next())?.id;
    await heard.close();

    const first = await Tab.open(browser, 'inbox:org_1');
    const place = /^id: (.+)$/m.exec(await first.raw())?.[1];
    expect(place).toBe(newest);
    await first.close();
    await publish('metric:org_1');
    const again = await Tab.open(browser, 'inbox:org_1,metric:org_1', place);
    expect(await again.next()).toMatchObject(hint('metric:org_1'));
    await again.close();
  });

  it('GW-04 is let go while nobody can tell what it may hear, and misses nothing when it comes back', async () => {
    const [browser, topics] = [await gateway.loggedIn(), 'inbox:org_1,directive:dir_1'];
    const tab = await Tab.open(browser, topics);
    await publish('inbox:org_1');
    const place = (await tab.next())?.id;
    const away = Promise.withResolvers<never>();
    gateway.services.answers.set('getDirective', () => away.promise);
    const missed = await publish('directive:dir_1');
    await eventually(() => expect(gateway.services.of('getDirective')).toHaveLength(1));
    let told = '';
    while (told.split(': heartbeat').length < 4) told += await tab.raw();
    expect(told).not.toContain(missed);
    away.reject(new Rejected('SERVICE_UNAVAILABLE', 'Gone.'));
    expect(await tab.next()).toBeUndefined();
    gateway.services.answers.set('getDirective', () => ({ value: {}, stale: false }));
    const again = await Tab.open(browser, topics, place);
    expect(await again.next()).toMatchObject({ id: missed, ...hint('directive:dir_1') });
    await again.close();
  });

  it('GW-04 says that a gap is too old', async () => {
    const tab = await Tab.open(await gateway.loggedIn(), 'inbox:org_1', 'long-ago');
    expect(await tab.next()).toMatchObject({ event: 'reload' });
    await publish('inbox:org_1');
    expect(await tab.next()).toMatchObject(hint('inbox:org_1'));
    await tab.close();
  });

  it('GW-04 shows that it lives', async () => {
    const tab = await Tab.open(await gateway.loggedIn(), 'inbox:org_1');
    let heard = '';
    while (!heard.includes(': heartbeat')) heard += await tab.raw();
    await tab.close();
  });

  it('SEC-04 ends with the session', async () => {
    const browser = await gateway.loggedIn();
    const tab = await Tab.open(browser, 'inbox:org_1');
    await browser.post('/auth/logout', {});
    expect(await tab.next()).toBeUndefined();
  });

  it('GW-02 is silent about what has moved out of the scope', async () => {
    const tab = await Tab.open(await gateway.loggedIn(), 'inbox:org_1,directive:dir_1');
    await publish('inbox:org_1');
    await tab.next();
    readable.delete('org_1');
    const deadline = Date.now() + 5_000;
    for (let heard = await inboxAgain(tab); heard && Date.now() < deadline; heard = await inboxAgain(tab));
    expect(await inboxAgain(tab)).toBe(false);
    await tab.close();
  });

  /** Whether the inbox is still heard; the directive closes each round. */
  const inboxAgain = async (tab: Tab): Promise<boolean> => {
    await publish('inbox:org_1');
    await publish('directive:dir_1');
    const first = await tab.next();
    if (first?.data?.includes('directive')) return false;
    await tab.next();
    return true;
  };

  it('SEC-29 opens five for a session', async () => {
    const browser = await gateway.loggedIn();
    const tabs = await Promise.all(Array.from({ length: 5 }, () => Tab.open(browser, 'inbox:org_1')));
    await expect(Tab.open(browser, 'inbox:org_1')).rejects.toThrow('429');
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  it('SEC-29 keeps no place for who went away before they were let in', async () => {
    const browser = await gateway.loggedIn();
    const { ephemeral } = gateway;
    const [asked, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let asking = 0;
    const find = ephemeral.get.bind(ephemeral);
    ephemeral.get = async (key) => {
      if (key.startsWith('session:') && ++asking === 5) asked.resolve();
      await told.promise;
      return find(key);
    };
    const leaving = new AbortController();
    const open = () => fetch(`${gateway.url}/api/v1/stream?topics=inbox:org_1`, { headers: { cookie: browser.cookie }, signal: leaving.signal });
    const left = Promise.allSettled(Array.from({ length: 5 }, open));
    await asked.promise;
    leaving.abort();
    await left;
    for (let look = 0; look < 3; look += 1) await browser.send('/livez'); // the gateway has heard of it
    told.resolve();
    const tabs = await Promise.all(Array.from({ length: 5 }, () => Tab.open(browser, 'inbox:org_1')));
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  it.each(['', 'live', 'inbox:', 'inbox:org_1,audit:org_1', 'constructor:org_1', Array.from({ length: 101 }, (_none, at) => `inbox:org_${at}`).join(',')])(
    'refuses the topics "%.30s"',
    async (topics) => {
      await expect(Tab.open(await gateway.loggedIn(), topics)).rejects.toThrow('400');
    },
  );

  it('is for people who are logged in', async () => {
    await expect(Tab.open(gateway.browser(), 'inbox:org_1')).rejects.toThrow('401');
  });

  it('does not keep the gateway from stopping', async () => {
    const tab = await Tab.open(await gateway.loggedIn(), 'inbox:org_1');
    const from = performance.now();
    await gateway.stop();
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(await tab.next().catch(() => undefined)).toBeUndefined();
  });
});
