// One stack for all suites; it reaches them by the environment variables that `startStack` looks at first.
import '../../dev/register.js';

export default async function setup() {
  const { startStack, toEnvironment } = await import('./index.ts');
  const stack = await startStack({ brief: true, log: (line) => process.stderr.write(`${line}\n`) });
  Object.assign(process.env, toEnvironment(stack));
  globalThis.zhitongStack = stack;
}
