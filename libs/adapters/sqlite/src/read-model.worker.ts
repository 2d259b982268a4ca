import { workerData } from 'node:worker_threads';
import { ReadModelFile } from './read-model-file.ts';
import { serve } from './thread-server.ts';

serve(() => new ReadModelFile(String(workerData)));
