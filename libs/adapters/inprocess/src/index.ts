export { createInProcessTransport, type InProcessOptions } from './in-process.transport.ts';
