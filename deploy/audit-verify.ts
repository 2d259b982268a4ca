import { checkpointKeysAt, ConfigurationError, endWith, readConfiguration } from '@zhitong/platform';
import { verifyInstallation } from '@zhitong/platform/runtime/audited-installation.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const unsound = 2;

/** `npm run audit:verify`: a line a service; exit 2 when a chain does not fit, naming the service and its first bad number. */
try {
  const configuration = readConfiguration(process.env);
  const keyFile = join(configuration.ZHITONG_KEYS ?? join(configuration.ZHITONG_DATA, 'keys'), 'audit-keys.json');
  if (!existsSync(keyFile)) throw new ConfigurationError('ZHITONG_KEYS: the folder has no audit-keys.json');
  for await (const { context, ...found } of verifyInstallation(configuration, await checkpointKeysAt(keyFile, true))) {
    process.stdout.write(`${JSON.stringify({ context, ...found })}\n`);
    if (found.firstBad === null) continue;
    process.stderr.write(`zhitong: the audit chain of ${context} does not fit from record ${String(found.firstBad)} on\n`);
    process.exitCode = unsound;
  }
} catch (error) {
  endWith(error);
}
