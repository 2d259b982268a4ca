import { armCrashPoint } from '@zhitong/eventing';
import { openVaultIn, planted, vaultAt } from './vault-crash.samples.ts';

// Keeps a person and erases it, until the armed point kills the process.
armCrashPoint(process.env['ZT_CRASH_AT'], process.env['NODE_ENV']);
const { vault, close } = await openVaultIn(process.argv[2] ?? '');
await vault.keep('per_1', await vault.reserve(planted.citizenNumber, 'per_1', vaultAt, async () => false), planted);
await vault.erase('per_1', vaultAt);
await close();
