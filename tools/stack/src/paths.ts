import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Downloads, unpacked servers and default data; never in version control, safe to delete while no stack runs. */
export const cacheDir = resolve(process.env.ZT_STACK_CACHE ?? join(projectRoot, '.cache', 'stack'));
