import { loadSync, type MethodDefinition, type PackageDefinition } from '@grpc/proto-loader';
import { operations, type Context } from '@zhitong/catalogue';
import { fileURLToPath } from 'node:url';

const protoRoot = process.env['ZHITONG_PROTO'] ?? fileURLToPath(new URL('../../../../proto', import.meta.url));

const options = { keepCase: false, longs: Number, enums: String, defaults: false, arrays: true, objects: false, oneofs: false, includeDirs: [protoRoot] };

const snake = (context: Context) => context.replaceAll('-', '_');

/** `zhitong.service_centers.v1` */
export const packageName = (context: Context): string => `zhitong.${snake(context)}.v1`;

/** `ServiceCentersService`; names are unique within a process. */
export const serviceName = (context: Context): string => `${context.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase())}Service`;

const protoFile = (context: Context): string => `zhitong/${snake(context)}/v1/${snake(context)}_service.proto`;

const loaded = new Map<Context, PackageDefinition>();

/** The messages and methods of a context, as every client and server of the process shares them. */
export function packageDefinition(context: Context): PackageDefinition {
  const known = loaded.get(context);
  if (known) return known;
  const definition = loadSync(protoFile(context), options);
  loaded.set(context, definition);
  return definition;
}

/** `acknowledgeDirective` -> `AcknowledgeDirective` */
export const methodName = (operation: string): string => `${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;

/** Methods by operation. @throws {TypeError} when the service proto was not generated after an operation was declared. */
export function methodsOn(context: Context): ReadonlyMap<string, MethodDefinition<object, object>> {
  const service = packageDefinition(context)[`${packageName(context)}.${serviceName(context)}`];
  if (!service || 'format' in service) throw new TypeError(`${packageName(context)} holds no service`);
  const own = operations.filter((operation) => operation.context === context);
  return new Map(
    own.map(({ name }) => {
      const method = service[methodName(name)];
      if (!method) throw new TypeError(`The service proto of ${context} lacks ${methodName(name)}`);
      return [name, method];
    }),
  );
}
