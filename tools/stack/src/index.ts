import { dockerCanServe, startDocker } from './docker.ts';
import { fromEnvironment } from './environment.ts';
import { startNative } from './native.ts';
import type { Stack, StackOptions } from './options.ts';

export { toEnvironment } from './environment.ts';
export type { Service, Stack, StackOptions, StackServer } from './options.ts';

/** Brings up the real MongoDB, Kafka and Redis: those of the environment, else by Docker, else native ones. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const log = options.log ?? (() => undefined);
  if (options.own === true) return startNative(options, log);
  const named = fromEnvironment(options.only);
  if (named) return named;
  const composed = (await dockerCanServe(options)) ? await startDocker(options, log) : undefined;
  return composed ?? startNative(options, log);
}
