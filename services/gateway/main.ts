import 'reflect-metadata';
import { runGateway } from './src/run-gateway.ts';

await runGateway();
