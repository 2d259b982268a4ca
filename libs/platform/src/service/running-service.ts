import type { Context } from '@zhitong/catalogue';
import type { AnyProjection, ProjectionRunner, ServiceConsumer } from '@zhitong/eventing';
import type { AuditLog } from '../audit/audit-log.ts';
import type { ServiceAdapters } from './adapters.ts';
import type { Builds } from './builds.ts';
import type { Metric } from './figures.ts';
import type { ServiceEnv } from './kit.ts';
import type { Meter } from './meter.ts';
import type { RuntimeLimits } from './runtime-limits.ts';

/** A service at work, for what tends to it and what answers about it. */
export interface RunningService {
  readonly context: Context;
  readonly adapters: ServiceAdapters;
  readonly limits: RuntimeLimits;
  readonly env: ServiceEnv;
  readonly projections: readonly AnyProjection[];
  readonly metrics: readonly Metric[];
  readonly builds: Builds;
  readonly consumer: ServiceConsumer;
  readonly audit: AuditLog;
  readonly meter: Meter;
  /** Undefined where nothing is relayed. */
  readonly relayStalledFor: number | undefined;
  readonly now: () => string;
  /** A runner for one build; `quiet` while it is filled beside the one that serves. */
  runner(projection: AnyProjection, build: number, quiet?: boolean): ProjectionRunner;
}
