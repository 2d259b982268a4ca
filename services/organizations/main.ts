import 'reflect-metadata';
import { runService } from '@zhitong/platform/runtime/run-service.ts';
import { organizationsService } from './src/organizations.service.ts';

await runService('organizations', () => organizationsService);
