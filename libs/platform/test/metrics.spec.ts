import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { readFileSync } from 'node:fs';
import { startHealthServer, type HealthServer } from '../src/runtime/health-server.ts';
import { Rebuilds } from '../src/service/rebuild.ts';
import { Counter, exposition, Histogram } from '../src/telemetry/exposition.ts';
import { Metrics } from '../src/telemetry/metrics.ts';
import { serviceGauges } from '../src/telemetry/service-gauges.ts';
import { poison, startNotes, writeNote, type NoteService } from './notes.samples.ts';

const rules = readFileSync(new URL('../../../deploy/alarms.yml', import.meta.url), 'utf8');
const alarms = rules.split(/^ {6}- alert: /m).slice(1);
/** `reliability-and-security.md` R5; the restore times of the city are known to the backup tool alone. */
const goals = [
  'acknowledged commands lost',
  'command p99',
  'commit to topic',
  'topic to projection',
  'dashboard freshness',
  'service ready after SIGKILL',
  'rebuild rate',
  'parked key',
  'audit verification',
  'availability query',
  'availability command',
];
const named = (text: string) => new Set([...text.matchAll(/zhitong_[a-z_]+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, '')));

describe('R5 what a process exports', () => {
  const now = '2026-03-01T09:00:00.000Z';
  const metrics = new Metrics();
  let folder: TemporaryFolder;
  let service: NoteService;
  let health: HealthServer;
  const scrape = async () => (await fetch(`http://${health.address}/metrics`)).text();
  const value = async (metric: string) => {
    const line = (await scrape()).split('\n').find((known) => known.startsWith(`${metric} `));
    return Number(line?.slice(metric.length + 1));
  };

  beforeAll(async () => {
    folder = temporaryFolder();
    service = await startNotes(folder.path, () => now, { metrics });
    metrics.follow(serviceGauges(service.runtime));
    health = await startHealthServer({ host: '127.0.0.1', port: 0, readiness: () => service.runtime.readiness(), metrics });
  });
  afterAll(async () => {
    poison.on = false;
    await health.stop();
    await service.stop();
    folder.remove();
  });

  it('has a metric that is exported and an alarm rule for every goal', async () => {
    const exported = await scrape();
    for (const goal of goals) {
      const own = alarms.filter((alarm) => alarm.includes(`goal: ${goal} }`));
      expect([goal, own.length > 0]).toEqual([goal, true]);
      for (const alarm of own) expect(named(alarm).size).toBeGreaterThan(0);
    }
    for (const metric of named(alarms.join())) expect(exported).toMatch(new RegExp(`^# TYPE ${metric} (counter|gauge|histogram)$`, 'm'));
  });

  it('measures what the service does', async () => {
    for (let nth = 1; nth <= 6; nth++) await writeNote(service, 'a', nth, now);
    await eventually(async () => expect(await value('zhitong_ready{context="organizations"}')).toBe(1));
    await eventually(async () => expect(await value('zhitong_commit_to_projection_seconds_count{context="organizations",projection="notes"}')).toBe(6));
    await (
      await new Rebuilds(service.runtime).start('notes')
    ).done;
    expect(await value('zhitong_rebuild_events_total{context="organizations",projection="notes"}')).toBe(6);
    expect(await value('zhitong_ready_after_seconds{context="organizations"}')).toBeGreaterThan(0);
    poison.on = true;
    await writeNote(service, 'sick', 7, now);
    await writeNote(service, 'sick', 8, now);
    await eventually(async () => expect(await value('zhitong_parked_keys{context="organizations"}')).toBe(1));
    service.runtime.meter.verified(10, 7, 1000);
    expect(await value('zhitong_audit_first_bad{context="organizations"}')).toBe(7);
    await expect(service.runtime.execute('subscriptionsOfOrganizations', {}, {} as never)).rejects.toThrow();
    expect(await value('zhitong_call_seconds_count{context="organizations",kind="query",operation="subscriptionsOfOrganizations",outcome="failed"}')).toBe(1);
  });

  it('REL-32 says beside it that the process is alive and which parts are ready', async () => {
    const answer = async (path: string) => fetch(`http://${health.address}${path}`);
    expect(await (await answer('/livez')).json()).toEqual({ status: 'alive' });
    expect(await (await answer('/readyz')).json()).toMatchObject({ parts: { ticker: { ok: true } } });
    expect((await answer('/other')).status).toBe(404);
  });
});

describe('the text format of Prometheus', () => {
  it('adds buckets up, keeps label sets apart and escapes what labels hold', () => {
    const seconds = new Histogram('a_seconds', 'How long.', [0.1, 1]);
    for (const duration of [0.05, 0.1, 0.5, 7]) seconds.observe({ of: 'x' }, duration);
    const count = new Counter('b_total', 'How many.\nOr none.');
    count.add({ of: 'a "b" \\ c\n' }, 2);
    count.add({ of: 'other' });
    count.add({ of: 'other' });
    expect(exposition([seconds, count]).split('\n')).toEqual([
      '# HELP a_seconds How long.',
      '# TYPE a_seconds histogram',
      'a_seconds_bucket{of="x",le="0.1"} 2',
      'a_seconds_bucket{of="x",le="1"} 3',
      'a_seconds_bucket{of="x",le="+Inf"} 4',
      'a_seconds_sum{of="x"} 7.65',
      'a_seconds_count{of="x"} 4',
      '# HELP b_total How many.\\nOr none.',
      '# TYPE b_total counter',
      'b_total{of="a \\"b\\" \\\\ c\\n"} 2',
      'b_total{of="other"} 2',
      '',
    ]);
  });
});
