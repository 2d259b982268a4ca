import { startChildren } from '../src/child.ts';

const [entry = '', door = '', logFile = ''] = process.argv.slice(2);
await startChildren([{ name: 'starting', entry, environment: { DOOR: door }, logFile }]);
