import 'reflect-metadata';
import { runService } from '@zhitong/platform/runtime/run-service.ts';
import { assessmentsService } from './src/assessments.service.ts';

await runService('assessments', () => assessmentsService);
