import 'reflect-metadata';
import { runService } from '@zhitong/platform/runtime/run-service.ts';
import { openMembersService } from './src/open-members-service.ts';

await runService('members', openMembersService);
