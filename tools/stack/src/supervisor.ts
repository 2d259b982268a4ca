import type { StackServer } from './options.ts';
import { startServer, type ServerCommand, type ServerProcess } from './process.ts';

/** A server that can be ended and started again in the same place. */
class SupervisedServer implements StackServer {
  constructor(
    private readonly command: ServerCommand,
    private process: ServerProcess,
    private readonly ready: (process: ServerProcess) => Promise<unknown>,
  ) {}

  get name(): string {
    return this.command.name;
  }
  get pid(): number {
    return this.process.pid;
  }
  get running(): boolean {
    return this.process.running;
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.process.signal(signal);
  }
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    return this.process.end(signal);
  }
  async restart(): Promise<void> {
    if (this.running) throw new Error(`${this.name} still runs`);
    this.process = await startServer(this.command);
    await this.ready(this.process);
  }
  /** Also one that a test has left stopped. */
  stop(): Promise<void> {
    this.process.signal('SIGCONT');
    return this.process.stop();
  }
}

/** The processes of one stack, which end together. */
export class Supervisor {
  private readonly supervised: SupervisedServer[] = [];
  private stopping = false;

  constructor(private readonly log: (line: string) => void) {}

  get servers(): Readonly<Record<string, StackServer>> {
    return Object.fromEntries(this.supervised.map((server) => [server.name, server]));
  }

  /** `ready` resolves once the server serves; it is asked again after each restart. */
  async start(command: ServerCommand, ready: (process: ServerProcess) => Promise<unknown>): Promise<ServerProcess> {
    const process = await startServer(command);
    const server = new SupervisedServer(command, process, ready);
    this.supervised.push(server);
    this.log(`${server.name}: pid ${server.pid}, log ${command.logFile}`);
    if (this.stopping) await server.stop();
    return process;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.supervised.map((server) => server.stop()));
  }
}
