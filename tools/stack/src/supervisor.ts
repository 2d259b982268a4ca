import { startServer, type ServerCommand, type ServerProcess } from './process.ts';

/** The processes of one stack, which end together. */
export class Supervisor {
  private readonly servers: ServerProcess[] = [];
  private stopping = false;

  constructor(private readonly log: (line: string) => void) {}

  get pids(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.servers.map(({ name, pid }) => [name, pid]));
  }

  async start(command: ServerCommand): Promise<ServerProcess> {
    const server = await startServer(command);
    this.servers.push(server);
    this.log(`${server.name}: pid ${server.pid}, log ${command.logFile}`);
    if (this.stopping) await server.stop();
    return server;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.servers.map((server) => server.stop()));
  }
}
