import 'reflect-metadata';
import { runService } from '@zhitong/platform/runtime/run-service.ts';
import { serviceCentersService } from './src/service-centers.service.ts';

await runService('service-centers', () => serviceCentersService);
