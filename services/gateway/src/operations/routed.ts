import { operations, type Operation } from '@zhitong/catalogue';

/** What people and their tools may call: neither the gateway's own questions nor commands that no right permits (introduction only). */
export const routedOperations: readonly Operation[] = operations.filter(
  ({ path, kind, right }) => !path.startsWith('/internal/') && !(kind === 'command' && right === 'none'),
);
