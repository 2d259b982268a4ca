import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectService, createSubjectSigner, subjectKeysAt } from '@zhitong/platform';
import { join } from 'node:path';
import { startTestCity, type TestCity } from '../test-city.ts';

describe('a city for tests', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startTestCity();
  }, 60_000);
  afterAll(() => city.remove());

  it('answers persons by their grants and still does after a restart', async () => {
    const secretary = city.as('branch-440308001002');
    expect(await secretary.query('listMembers', { limit: 5 })).toMatchObject({ items: expect.any(Array) });
    await city.restart();
    expect(await secretary.query('listMembers', { limit: 5 })).toMatchObject({ items: expect.any(Array) });
    await expect(city.as('member').query('listMembers', { limit: 5 })).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
  });

  it('REL-31 an answer holds what was written before a restart, and is not called stale for it', async () => {
    const secretary = city.as('branch-440308001002');
    const { organizationId } = secretary;
    const { stream, version } = await secretary.command('planMeeting', {
      organizationId,
      kinds: ['lecture'],
      startsAt: '2026-03-04T01:00:00.000Z',
      title: '党课',
    });
    await city.settle();
    await city.restart();
    await city.settle();
    const answered = await askedAfter('listMeetings', { organizationId, limit: 5 }, { [stream]: version });
    expect(answered).toMatchObject({ stale: false, value: { items: [expect.objectContaining({ title: '党课' })] } });
  });

  it('REL-31 what cannot be read yet is not called missing', async () => {
    const affair = { affairId: 'aff_nobody' };
    await expect(askedAfter('getAffair', affair, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(askedAfter('getAffair', affair, { 'organizations.affair-aff_nobody': 1 })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  it('REL-31 a command looks at what its sender wrote before, and no rule refuses it for what cannot be read yet', async () => {
    const secretary = city.as('branch-440308001002');
    const { organizationId } = secretary;
    const plan = { organizationId, kinds: ['lecture'], startsAt: '2026-03-02T00:30:00.000Z', title: '党课' };
    const { id: meetingId } = await secretary.command('planMeeting', plan);
    await secretary.command('holdMeeting', { meetingId, heldOn: '2026-03-02' });
    const minutes = { meetingId, text: '纪要', decisions: '决定' };
    const unread = { id: '', stream: `organizations.attendance-${meetingId}.nobody`, version: 1, warnings: [] };
    await expect(secretary.command('recordMinutes', minutes, { after: [unread] })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await expect(secretary.command('recordMinutes', minutes)).rejects.toMatchObject({ code: 'ATTENDANCE_MISSING' });
    const came = await secretary.command('recordAttendance', { meetingId, personId: secretary.personId, mark: 'present' });
    expect(await secretary.command('recordMinutes', minutes, { after: [came] })).toMatchObject({ version: 3 });
  });

  /** The whole answer of the service to a question that has seen these versions. */
  async function askedAfter(operation: string, input: object, after: Readonly<Record<string, number>>) {
    const signer = await createSubjectSigner(await subjectKeysAt(join(city.folder, 'subject-keys.json')), city.clock);
    const client = connectService('organizations', city.service('organizations').address, { signer });
    const subject = { kind: 'system', policy: 'seed' } as const;
    const outgoing = { subject, idempotencyKey: 'asked-after', correlationId: 'asked-after', language: 'en', deadlineMs: 10_000, after } as const;
    return client.call(operation, input, outgoing).finally(() => client.close());
  }
});
