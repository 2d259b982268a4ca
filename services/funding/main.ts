import 'reflect-metadata';
import { runService } from '@zhitong/platform/runtime/run-service.ts';
import { fundingService } from './src/funding.service.ts';

await runService('funding', () => fundingService);
