import { parseArgs } from 'node:util';
import { startStack, toEnvironment } from './index.ts';
import { installNative } from './native.ts';
import { services, type Service } from './options.ts';

const usage = `usage: cli.ts install | up [--keep] [--members 1|3] [--data <folder>] [--only <server>]...
  install  only downloads and installs what the native servers need
  up       runs in the foreground and prints the variables for others; Ctrl-C stops
  servers  ${services.join(', ')}`;

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

function isService(name: string): name is Service {
  return services.some((service) => service === name);
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      keep: { type: 'boolean', default: false },
      members: { type: 'string', default: '1' },
      data: { type: 'string' },
      only: { type: 'string', multiple: true, default: [...services] },
    },
  });
  const only = values.only.filter(isService);
  const valid = only.length === values.only.length && ['1', '3'].includes(values.members);
  if (positionals[0] === 'install' && valid) return installNative(only, log);
  if (positionals[0] !== 'up' || !valid) throw new Error(usage);
  const stack = await startStack({
    mongoMembers: values.members === '3' ? 3 : 1,
    keepData: values.keep,
    only,
    ...(values.data === undefined ? {} : { dataDir: values.data }),
    log,
  });
  log(`ready (${stack.source})`);
  for (const [name, value] of Object.entries(toEnvironment(stack))) process.stdout.write(`${name}=${value}\n`);
}

main().catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
