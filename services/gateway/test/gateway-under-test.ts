import { silentLog, type EphemeralStore } from '@zhitong/eventing';
import { EphemeralMemory, openMemoryEphemeralStore } from '@zhitong/memory';
import { createSubjectSigner, generateSigningKeys } from '@zhitong/platform/grpc/subject-keys.ts';
import { startGateway, standardTimes, type GatewayOptions, type RunningGateway } from '../src/index.ts';
import { Browser } from './browser.ts';
import { FakeServices } from './fake-services.ts';

const persona = (login: string, shown = true) => ({ login, group: '街道', title: `${login} <书记>`, organizationName: '福田街道', description: '', shown });

/** A gateway on a free port, with services that a spec scripts and a clock it can turn. */
export class GatewayUnderTest {
  /** What the clocks are ahead by, ms. */
  ahead = 0;
  readonly services = new FakeServices();
  readonly memory = new EphemeralMemory(() => Date.now() + this.ahead);
  readonly ephemeral: EphemeralStore = openMemoryEphemeralStore({ memory: this.memory });
  #gateway: RunningGateway | undefined;

  async start(changed: Partial<GatewayOptions> = {}): Promise<void> {
    const clock = { now: () => new Date(Date.now() + this.ahead).toISOString() };
    this.#gateway = await startGateway({
      port: 0,
      host: '127.0.0.1',
      ephemeral: this.ephemeral,
      services: this.services.clients(),
      signer: await createSubjectSigner(await generateSigningKeys(), clock),
      issuer: { kind: 'development' },
      personas: [persona('wang'), persona('admin'), persona('nobody', false)],
      webRoot: '/nonexistent',
      runtime: 'embedded',
      version: '0.1.0',
      production: false,
      clock,
      log: silentLog,
      times: { ...standardTimes, believeMs: 0 },
      ...changed,
    });
  }

  get url(): string {
    if (!this.#gateway) throw new Error('Not started');
    return this.#gateway.url;
  }

  leave(): void {
    this.#gateway?.leave();
  }

  browser(): Browser {
    return new Browser(this.url);
  }

  async loggedIn(as = 'wang'): Promise<Browser> {
    const browser = this.browser();
    await browser.logIn(as);
    return browser;
  }

  async stop(): Promise<void> {
    await this.#gateway?.stop();
    await this.ephemeral.close();
  }
}
