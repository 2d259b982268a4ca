import { checkpointKeysAt, ConfigurationError, endWith, masterKeysAt, readConfiguration, subjectKeysAt } from '@zhitong/platform';
import { join } from 'node:path';

/** Makes the keys of an installation that has none, on purpose and once, and ends: in production no process makes its own. */
try {
  const { ZHITONG_KEYS: folder } = readConfiguration(process.env);
  if (folder === undefined) throw new ConfigurationError('ZHITONG_KEYS: the folder to make the keys in');
  await masterKeysAt(join(folder, 'master-keys.json'));
  await subjectKeysAt(join(folder, 'subject-keys.json'));
  await checkpointKeysAt(join(folder, 'audit-keys.json'));
  process.stdout.write(`${JSON.stringify({ keys: folder })}\n`);
} catch (error) {
  endWith(error);
}
