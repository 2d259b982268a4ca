import { Server, ServerCredentials, type Server as GrpcServer } from '@grpc/grpc-js';
import type { PackageDefinition } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';
import { Controller, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GrpcMethod, ServerGrpc, type GrpcOptions } from '@nestjs/microservices';
import type { Context } from '@zhitong/catalogue';
import { HealthImplementation, service as healthService } from 'grpc-health-check';
import { doorsOf, type DoorOptions, type ServiceDoor } from './grpc-door.ts';
import { methodName, packageDefinition, packageName, serviceName } from './package-definition.ts';

/** Certificates of both sides (mTLS); PEM. */
export interface GrpcTls {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
}

export interface GrpcServerOptions extends DoorOptions {
  readonly runtime: ServiceDoor & { readiness(): { readonly ready: boolean } };
  /** `host:port`; port 0 takes a free one. */
  readonly address: string;
  readonly tls?: GrpcTls;
  /** Lists methods to tools; never in production. */
  readonly reflection: boolean;
}

export interface RunningGrpcServer {
  /** `host:port` as bound. */
  readonly address: string;
  stop(): Promise<void>;
}

export const largestMessage = 4 * 1024 * 1024;

/** Of both ends of a channel; what it did is counted by our own metrics, not kept a second time for each call. */
export const channelOptions = {
  'grpc.max_receive_message_length': largestMessage,
  'grpc.max_send_message_length': largestMessage,
  'grpc.enable_channelz': 0,
};
const healthEveryMs = 500;
const drainMs = 10_000;

/** Serves the operations of a context over gRPC; `SERVING` follows the readiness of the service. */
export async function startGrpcServer(options: GrpcServerOptions): Promise<RunningGrpcServer> {
  const health = new HealthImplementation({ '': 'NOT_SERVING' });
  const strategy = new BoundGrpcServer(grpcOptions(options, health), credentialsOf(options.tls));

  const app = await NestFactory.createMicroservice(moduleOf(options), { strategy, logger: false, abortOnError: false });
  await app.listen();
  const follow = () => health.setStatus('', options.runtime.readiness().ready ? 'SERVING' : 'NOT_SERVING');
  follow();
  const timer = setInterval(follow, healthEveryMs);
  return {
    address: `${options.address.slice(0, options.address.lastIndexOf(':'))}:${strategy.port}`,
    async stop() {
      clearInterval(timer);
      health.setStatus('', 'NOT_SERVING');
      const late = setTimeout(() => strategy.abort(), drainMs);
      await app.close().finally(() => clearTimeout(late));
    },
  };
}

/** Nest's gRPC server, with the port it was given. */
class BoundGrpcServer extends ServerGrpc {
  port = 0;
  #server: GrpcServer | undefined;

  constructor(
    settings: GrpcOptions['options'],
    private readonly credentials: ServerCredentials,
  ) {
    super(settings);
  }

  override async createClient(): Promise<GrpcServer> {
    const server = new Server(channelOptions);
    this.#server = server;
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(this.url, this.credentials, (error, port) => (error ? reject(error) : resolve(port)));
    });
    return server;
  }

  abort(): void {
    this.#server?.forceShutdown();
  }
}

const credentialsOf = (tls: GrpcTls | undefined): ServerCredentials =>
  tls ? ServerCredentials.createSsl(tls.ca, [{ private_key: tls.key, cert_chain: tls.cert }], true) : ServerCredentials.createInsecure();

function grpcOptions({ context, address, reflection }: GrpcServerOptions, health: HealthImplementation): GrpcOptions['options'] {
  return {
    url: address,
    package: packageName(context),
    packageDefinition: packageDefinition(context),
    gracefulShutdown: true,
    onLoadPackageDefinition: (loaded: PackageDefinition, server: GrpcServer) => {
      health.addToServer(server);
      if (reflection) new ReflectionService(filesOf(context, loaded)).addToServer(server);
    },
  };
}

/**
 * What reflection reads of a context. Each type carries the files of all of them, and reflection decodes them anew for each: one type is enough.
 * The loader shares one pool of names: other services of the process stay out of the listing.
 */
function filesOf(context: Context, loaded: PackageDefinition): PackageDefinition {
  const own = Object.entries(loaded).filter(([name, definition]) => name.startsWith(`${packageName(context)}.`) && 'fileDescriptorProtos' in definition);
  return Object.fromEntries(own.slice(0, 1));
}

@Module({})
class GrpcModule {}

function moduleOf(options: DoorOptions): DynamicModule {
  return { module: GrpcModule, controllers: [controllerOf(options)] };
}

/** A controller with one method an operation, derived from the catalogue. */
function controllerOf(options: DoorOptions): new () => object {
  @Controller()
  class ContextController {}
  for (const [name, handle] of doorsOf(options)) {
    const method = { value: handle, writable: true, configurable: true, enumerable: false };
    Object.defineProperty(ContextController.prototype, name, method);
    GrpcMethod(serviceName(options.context), methodName(name))(ContextController.prototype, name, method);
  }
  return ContextController;
}

export { healthService };
