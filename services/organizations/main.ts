import 'reflect-metadata';
import { runService } from '@zhitong/platform/runtime/run-service.ts';
import { openOrganizationsService } from './src/open-organizations-service.ts';

await runService('organizations', openOrganizationsService);
