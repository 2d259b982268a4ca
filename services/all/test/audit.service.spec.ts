import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, type ReadModelStore } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { ServiceAdapters } from '@zhitong/platform';
import type { AuditRecord } from '@zhitong/platform/audit/audit-record.ts';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { runSource } from '@zhitong/testing/source-process.ts';
import { join } from 'node:path';
import { startTestCity, type TestCity } from '../test-city.ts';

const verify = new URL('../../../deploy/audit-verify.ts', import.meta.url);
const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof Rejected ? error.code : error),
  );

/** What the sinks, and what the read models, do not answer for the moment. */
const [silent, unread] = [new Set<string | symbol>(), new Set<string | symbol>()];
const silenced = (store: ReadModelStore, methods: ReadonlySet<string | symbol>): ReadModelStore =>
  new Proxy(store, {
    get: (target, method) => (methods.has(method) ? () => Promise.reject(new StoreUnavailable('away')) : Reflect.get(target, method)),
  });

describe('the audit of a city at work', () => {
  let city: TestCity;
  beforeAll(async () => {
    const adapters = (own: ServiceAdapters) => ({ ...own, auditSink: silenced(own.auditSink, silent), readModels: silenced(own.readModels, unread) });
    city = await startTestCity('2026-03-02T01:00:00.000Z', { adapters });
  }, 60_000);
  afterAll(() => city.remove(), 20_000);

  const documents = (context: 'organizations' | 'members') => city.service(context).runtime.adapters.documents;
  const sink = (context: 'organizations' | 'members') => city.service(context).runtime.adapters.auditSink;
  const records = async (store: ReadModelStore, collection: string, operation: string) =>
    (await store.query<AuditRecord>(collection, { where: [], limit: 1000 })).items.filter((record) => record.operation === operation);
  const own = () => ({ personId: city.as('member').personId, field: 'phone', reason: 'contactMember' });
  const grant = () => ({ personId: city.as('member').personId, role: 'operator', organizationId: city.org('city'), fromOn: '2026-03-02' });
  const away = async (methods: readonly ('query' | 'commit')[], act: () => Promise<void>) => {
    for (const method of methods) silent.add(method);
    await act();
    silent.clear();
  };

  it('SEC-24 a reveal, a grant, an erasure and an export are in the sink when they are answered, what weighs less is not', async () => {
    await city.as('city').query('revealField', own());
    await city.as('member').query('exportMyRecord', {});
    await city.as('security').command('proposeGrant', grant());
    const erased = { personId: city.as('branch-440303001001').personId };
    expect(await refusalOf(city.as('city').command('proposeErasure', erased))).not.toBe('AUDIT_UNAVAILABLE');
    for (const [context, operation] of [
      ['members', 'revealField'],
      ['members', 'exportMyRecord'],
      ['organizations', 'proposeGrant'],
    ] as const) {
      const copies = await records(sink(context), 'audit_copies', operation);
      expect(copies).not.toHaveLength(0);
      expect(copies).toEqual(await records(documents(context), 'audit', operation));
    }
  });

  it('SEC-24 SEC-19 shows nothing and does nothing while the sink is away; what need not reach it goes on', async () => {
    const grants = async () => (await city.service('organizations').runtime.adapters.store.load(`organizations.grants-${own().personId}`)).length;
    const before = await grants();
    await away(['query', 'commit'], async () => {
      expect(await refusalOf(city.as('city').query('revealField', own()))).toBe('AUDIT_UNAVAILABLE');
      expect(await refusalOf(city.as('member').query('exportMyRecord', {}))).toBe('AUDIT_UNAVAILABLE');
      expect(await refusalOf(city.as('member').query('myRecord', {}))).toBe('done');
    });
    await away(['query', 'commit'], async () => {
      expect(await refusalOf(city.as('security').command('proposeGrant', { ...grant(), role: 'auditAdministrator' }))).toBe('AUDIT_UNAVAILABLE');
    });
    expect(await grants()).toBe(before);
  });

  it('SEC-25 an act that leaves no commit is on record before it begins, once for its key', async () => {
    const operator = city.as('operator');
    const redrive = () =>
      operator.command('redriveKeyOfOrganizations', { subscription: 'when-command-stored-then-record-it', stream: 'organizations.account-x' }, { key: 'dies' });
    const begun = async () =>
      (await records(documents('organizations'), 'audit', 'redriveKeyOfOrganizations')).filter(
        ({ result, actorId }) => result === 'begun' && actorId === operator.personId,
      );
    unread.add('query');
    expect(await refusalOf(redrive())).toBe('STORE_UNAVAILABLE');
    unread.clear();
    expect(await begun()).toHaveLength(1);
    expect(await refusalOf(redrive())).toBe('NOT_FOUND');
    expect(await begun()).toHaveLength(1);
  });

  it('SEC-24 says that the outcome is unknown when the sink goes away during the act, and answers the retry once', async () => {
    const proposal = { ...grant(), personId: city.as('branch-440303001001').personId };
    const propose = () => city.as('security').command('proposeGrant', proposal, { key: 'half-way' });
    await away(['commit'], async () => expect(await refusalOf(propose())).toBe('OUTCOME_UNKNOWN'));
    const receipt = await propose();
    const of = ({ target }: AuditRecord) => target === receipt.stream;
    expect((await records(documents('organizations'), 'audit', 'proposeGrant')).filter(of)).toHaveLength(1);
    expect((await records(sink('organizations'), 'audit_copies', 'proposeGrant')).filter(of)).toHaveLength(1);
  });

  it('SEC-24 `audit:verify` ends with 0 on a sound installation, and with 2, the service and the number on any other', async () => {
    expect(await city.as('audit').query('verifyAuditOfOrganizations', {})).toMatchObject({ firstBad: null });
    const environment = { ZHITONG_DATA: city.folder, ZHITONG_KEYS: city.folder };
    const running = await runSource(verify, [], environment);
    expect(running.code).toBe(0);
    await city.stop();
    const sound = await runSource(verify, [], environment);
    expect(sound.code).toBe(0);
    expect(sound.output).toMatch(/"context":"organizations","verified":[1-9]\d*,"firstBad":null,"unsealed":0/);

    const store = openSqliteDocumentStore({ file: join(city.folder, 'organizations', 'documents.db') });
    const key = '000000000001';
    const [first] = await store.stored('audit', [key]);
    await store.commit({ writes: [{ collection: 'audit', key, expectedRevision: first?.revision ?? 0, guards: {}, row: null }] });
    await store.close();
    const unsound = await runSource(verify, [], environment);
    expect(unsound.code).toBe(2);
    expect(unsound.output).toContain('"context":"organizations","verified":0,"firstBad":1');
    expect(unsound.output).toMatch(/"context":"members","verified":[1-9]\d*,"firstBad":null/);
    expect((await runSource(verify, [], { ZHITONG_DATA: join(city.folder, 'nowhere'), ZHITONG_KEYS: city.folder })).code).toBe(78);
    await city.start();
  }, 60_000);
});
