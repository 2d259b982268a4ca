import { createLog, endWith, masterKeysAt, readConfiguration, subjectKeysAt } from '@zhitong/platform';
import { join } from 'node:path';

/**
 * Makes the keys of an installation that has none, and ends. Replicas that start together on an empty volume would each make their own,
 * and what was sealed with a replaced master key is lost.
 */
try {
  const { ZHITONG_DATA: data, ZHITONG_KEYS: folder = join(data, 'keys'), ZHITONG_LOG_LEVEL: level } = readConfiguration(process.env);
  masterKeysAt(join(folder, 'master-keys.json'));
  await subjectKeysAt(join(folder, 'subject-keys.json'));
  createLog('keys', level).info({ name: folder }, 'the keys are there');
} catch (error) {
  endWith(error);
}
