import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { exportDecider, type ExportEvent, type RequestExport } from './export.decider.ts';

const about = { exportId: 'exp_1', organizationId: 'org_1', questionRef: 'txt_1', purposeRef: 'txt_2', requestedById: 'per_1' };
const request: RequestExport = { type: 'Request', ...about, list: 'units', columns: ['name'], hours: 24, at: '2026-03-02T01:00:00.000Z' };
const requested: ExportEvent = {
  type: 'ExportRequested',
  data: { ...about, listCode: 'units', columnCodes: ['name'], expiresAt: '2026-03-03T01:00:00.000Z' },
};
const take = (at: string, byId = 'per_1') => ({ type: 'Take', byId, at }) as const;
const taken = (at: string): ExportEvent => ({ type: 'ExportDownloaded', data: { exportId: 'exp_1', downloadedById: 'per_1', downloadedAt: at } });

describe('SEC-32 an export', () => {
  it('SEC-32 may be downloaded by the person who asked for it, as often as wanted, for a day', () => {
    given(exportDecider).when(request).then(requested);
    given(exportDecider, requested).when(request).then();
    for (const at of ['2026-03-02T01:00:00.000Z', '2026-03-03T00:59:59.999Z']) given(exportDecider, requested).when(take(at)).then(taken(at));
    given(exportDecider, requested, taken('2026-03-02T02:00:00.000Z')).when(take('2026-03-02T03:00:00.000Z')).then(taken('2026-03-02T03:00:00.000Z'));
  });
  it('SEC-22 SEC-32 does not exist once it has expired, nor for anybody else', () => {
    given(exportDecider, requested).when(take('2026-03-03T01:00:00.000Z')).thenRejected('NOT_FOUND');
    given(exportDecider, requested).when(take('2026-03-02T02:00:00.000Z', 'per_2')).thenRejected('NOT_FOUND');
    given(exportDecider).when(take('2026-03-02T02:00:00.000Z')).thenRejected('NOT_FOUND');
  });
});
