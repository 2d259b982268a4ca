import { hash } from 'node:crypto';
import { inspect } from 'node:util';
import { samples, stateAfter } from './histories.ts';

// Folds every history as a machine with another clock and other dice would, and prints a digest of each state.
const [offset = ''] = process.argv.slice(2);
const clock = Date;
globalThis.Date = class extends clock {
  constructor(...args: readonly [] | ConstructorParameters<typeof clock>) {
    if (args.length === 0) super(clock.now() + Number(offset));
    else super(...args);
  }
  static override now = () => clock.now() + Number(offset);
} as DateConstructor;
let rolled = Number(offset);
Math.random = () => (Math.abs(++rolled) % 997) / 997;

const digest = (state: unknown) => hash('sha256', inspect(state, { depth: null, maxArrayLength: null, maxStringLength: null }));
const digests = samples.map((one) => [`${one.stream.category} ${one.type} v${String(one.version)}`, digest(stateAfter(one))]);
process.stdout.write(JSON.stringify({ zone: new Date(0).getTimezoneOffset(), digests }));
