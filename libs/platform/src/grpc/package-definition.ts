import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { contexts, type Context } from '@zhitong/catalogue';
import { fileURLToPath } from 'node:url';

const protoRoot = process.env['ZHITONG_PROTO'] ?? fileURLToPath(new URL('../../../../proto', import.meta.url));

const options = { keepCase: false, longs: Number, enums: String, defaults: false, arrays: true, objects: false, oneofs: false, includeDirs: [protoRoot] };

const snake = (context: Context) => context.replaceAll('-', '_');

/** `zhitong.service_centers.v1` */
export const packageName = (context: Context): string => `zhitong.${snake(context)}.v1`;

/** `ServiceCentersService`; names are unique within a process. */
export const serviceName = (context: Context): string =>
  `${context.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase())}Service`;

export const protoFile = (context: Context): string => `zhitong/${snake(context)}/v1/${snake(context)}_service.proto`;

export const protoIncludes = [protoRoot];

/** The messages and methods of a context, as every client and server loads them. */
export const packageDefinition = (context: Context): PackageDefinition => loadSync(protoFile(context), options);

export const loaderOptions = options;

export const allPackages = (): PackageDefinition => loadSync(contexts.map(protoFile), options);
