import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentIssuer } from '@zhitong/catalogue';
import type { ReadModelStore } from '@zhitong/eventing';
import { silentLog } from '@zhitong/eventing';
import { sharedIssuerKeys } from '@zhitong/gateway/issuer/issuer-keys.ts';
import { startGateway, standardTimes, type RunningGateway } from '@zhitong/gateway';
import { createSubjectSigner, subjectKeysAt } from '@zhitong/platform';
import { between, seeded } from '@zhitong/testing/faults/random.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { importJWK, SignJWT } from 'jose';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { startTestCity, type TestCity } from '../test-city.ts';
import { Watch } from './watch.ts';

/** Rights end everywhere within this time; a rule, not a measurement (SEC-11). */
const rightsEndMs = 5_000;
const refused = [403, 404];
/** Projections whose rows are not written for the moment, by the name of their collections. */
const held = new Set<string>();
const release: (() => void)[] = [];

/** Lets no unit through that touches what is held. */
const holding = (store: ReadModelStore): ReadModelStore =>
  new Proxy(store, {
    get: (target, method) => {
      if (method !== 'commit') return Reflect.get(target, method);
      return async (unit: Parameters<ReadModelStore['commit']>[0]) => {
        const touches = unit.writes.some(({ collection }) => [...held].some((name) => collection.startsWith(name)));
        if (touches) await new Promise<void>((resolve) => release.push(resolve));
        return target.commit(unit);
      };
    },
  });

interface Trial {
  readonly kind: string;
  /** `sub` of who loses something. */
  readonly login: string;
  /** The grant acted under; the only one when absent. */
  readonly grantId?: string;
  readonly path: string;
  readonly topic: string;
  /** Takes it away; answers once that is acknowledged. */
  revoke(): Promise<unknown>;
}

describe('SEC-11 rights that end', () => {
  const a = '440308001002';
  const b = '440308001005';
  const today = '2026-03-02';
  const random = seeded(11);
  let city: TestCity;
  let gateway: RunningGateway;
  let sign: (login: string) => Promise<string>;
  let free: readonly string[] = [];
  let serial = 0;

  beforeAll(async () => {
    city = await startTestCity('2026-03-02T01:00:00.000Z', { adapters: (own) => ({ ...own, readModels: holding(own.readModels) }) });
    const { ephemeral } = city.service('members').runtime.adapters;
    const now = { now: () => new Date().toISOString() };
    gateway = await startGateway({
      port: 0,
      host: '127.0.0.1',
      ephemeral,
      services: { organizations: city.service('organizations'), members: city.service('members') },
      signer: await createSubjectSigner(await subjectKeysAt(join(city.folder, 'subject-keys.json')), city.clock),
      issuer: { kind: 'development' },
      personas: [],
      webRoot: '/nonexistent',
      runtime: 'embedded',
      version: '0.1.0',
      production: false,
      clock: now,
      log: silentLog,
      times: { ...standardTimes, heartbeatMs: 100 },
    });
    const [known] = (await sharedIssuerKeys(ephemeral)).jwks.keys;
    const key = await importJWK({ kty: 'EC', ...known }, 'ES256');
    const token = (login: string) =>
      new SignJWT({ client_id: 'zhitong-cli', sub: login }).setProtectedHeader({ alg: 'ES256', kid: String(known?.kid), typ: 'at+jwt' });
    sign = (login) =>
      token(login).setIssuer(`${gateway.url}/oidc`).setAudience('zhitong-api').setIssuedAt().setExpirationTime('1h').setJti(crypto.randomUUID()).sign(key);
    free = await membersWithoutPost();
  }, 60_000);
  afterAll(async () => {
    letGo();
    await gateway.stop();
    await city.remove();
  }, 20_000);

  const letGo = () => {
    held.clear();
    for (const go of release.splice(0)) go();
  };
  const query = (who: string, operation: string, input: object) => city.as(who).query(operation, input);
  const rows = z.looseObject({ items: z.array(z.looseObject({ personId: z.string(), kind: z.string() })) });
  async function membersWithoutPost(): Promise<readonly string[]> {
    const { items } = rows.parse(await query('city', 'listMembers', { limit: 200 }));
    const without = items.map(async ({ personId, kind }) => (kind === 'full' && (await city.person(personId, '').grants()).length === 0 ? [personId] : []));
    return (await Promise.all(without)).flat();
  }
  const next = (prefix: string) => `${prefix}-${String(++serial)}`;
  const somebody = () => free[serial % free.length] ?? '';
  const open = async (personId: string): Promise<string> => {
    const login = next('login');
    await city.asImporter('openAccount', { issuer: developmentIssuer, subject: login, personId });
    return login;
  };

  /** A unit of its own for each trial: nobody else's rights hang on it. */
  async function unit(parent: string): Promise<string> {
    const organizationId = `org_${next('unit').replace('-', '')}`;
    const places = { lineParentId: city.org(parent), placeParentId: city.org(parent) };
    const organization = { organizationId, name: `某某支部${String(serial)}`, kind: 'branch', level: 'base', sector: 'community', ...places };
    await city.asImporter('registerOrganizations', { organizations: [organization], effectiveOn: today });
    return organizationId;
  }

  const kinds: Readonly<Record<string, () => Promise<Trial>>> = {
    'grant ended': async () => {
      const [organizationId, personId] = [await unit(`community-${a}`), somebody()];
      const { id: grantId } = await city.asImporter('giveGrant', { personId, role: 'deputySecretary', organizationId, fromOn: today });
      const revoke = () => city.as('security').command('revokeGrant', { grantId, personId, reasonCode: 'noLongerNeeded' });
      return { kind: 'grant ended', grantId, login: await open(personId), path: `/organizations/${organizationId}`, topic: `inbox:${organizationId}`, revoke };
    },
    'post ended': async () => {
      const [organizationId, personId] = [await unit(`community-${a}`), somebody()];
      const { id: postId } = await city.as(`community-${a}`).command('fillPost', { organizationId, personId, type: 'organizer', fromOn: today });
      const revoke = () => city.as(`community-${a}`).command('vacatePost', { postId, organizationId, vacatedOn: today, cause: 'resigned' });
      return {
        kind: 'post ended',
        grantId: `grt_${postId.slice('pst_'.length)}`,
        login: await open(personId),
        path: `/organizations/${organizationId}`,
        topic: `inbox:${organizationId}`,
        revoke,
      };
    },
    'account disabled': async () => {
      const [organizationId, personId] = [await unit(`community-${a}`), somebody()];
      const { id: grantId } = await city.asImporter('giveGrant', { personId, role: 'deputySecretary', organizationId, fromOn: today });
      const login = next('login');
      const { id: accountId } = await city.asImporter('openAccount', { issuer: developmentIssuer, subject: login, personId });
      const revoke = () => city.as('system').command('disableAccount', { accountId, reasonCode: 'left' });
      return { kind: 'account disabled', grantId, login, path: `/organizations/${organizationId}`, topic: `inbox:${organizationId}`, revoke };
    },
    'unit moved away': async () => {
      const organizationId = await unit(`community-${a}`);
      const street = city.as('street-440308001');
      await street.command('relocateOrganization', { organizationId, toPlaceId: city.org(`community-${b}`), effectiveOn: today });
      await street.command('moveOrganization', { organizationId, toParentId: city.org(`community-${b}`), effectiveOn: today, reasonCode: 'reorganized' });
      await city.as(`community-${a}`).command('releaseOrganization', { organizationId });
      const revoke = () => city.as(`community-${b}`).command('acceptOrganization', { organizationId });
      return { kind: 'unit moved away', login: `community-${a}`, path: `/organizations/${organizationId}`, topic: `inbox:${organizationId}`, revoke };
    },
    'person moved': async () => {
      const n = String(++serial).padStart(4, '0');
      const identity = { name: '赵远航', citizenNumber: `00000019850607${n}`, birthDate: '1985-06-07' };
      const membership = { source: 'initialLoad', branchId: city.org(`branch-${a}`), kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
      const { id: personId } = await city.asImporter('registerMember', { ...identity, ...membership });
      const request = { personId, kind: 'withinCity', toCommitteeId: city.org(`community-${b}`), duesPaidTo: '2026-03' };
      const { id: transferId } = await city.as(`branch-${a}`).command('requestTransfer', request);
      await city.as(`community-${a}`).command('approveTransfer', { transferId });
      await city.as(`community-${b}`).command('acceptTransfer', { transferId });
      await city.as(`community-${b}`).command('assignTransferBranch', { transferId, branchId: city.org(`branch-${b}`) });
      const revoke = () => city.as(`branch-${b}`).command('confirmArrival', { transferId });
      return { kind: 'person moved', login: `branch-${a}`, path: `/members/${personId}`, topic: `member:${personId}`, revoke };
    },
  };

  type Caller = Readonly<Record<string, string>>;
  const callerOf = async ({ login, grantId }: Trial): Promise<Caller> => ({
    authorization: `Bearer ${await sign(login)}`,
    ...(grantId === undefined ? {} : { 'zhitong-grant': grantId }),
  });
  const ask = async (path: string, caller: Caller): Promise<number> => {
    const response = await fetch(`${gateway.url}/api/v1${path}`, { headers: caller });
    await response.text();
    return response.status;
  };

  /** Polls without keeping the process busy. */
  async function until(condition: () => Promise<boolean>, deadlineMs: number): Promise<number> {
    const from = performance.now();
    while (!(await condition())) {
      if (performance.now() - from > deadlineMs) return Number.POSITIVE_INFINITY;
      await wait(50);
    }
    return performance.now() - from;
  }

  /** A hint that is for sale: heard by nobody who may not read what it is about. */
  async function silent(watch: Watch, topic: string): Promise<boolean> {
    const publish = (name: string) => city.service('members').runtime.adapters.ephemeral.publish('live', JSON.stringify({ channels: [name] }));
    const [told, behind] = [await publish(topic), await publish('metric:org_nobody')];
    await eventually(async () => (await wait(20), watch.passed(behind)), rightsEndMs * 4);
    return watch.closed || !watch.heard(told);
  }

  /** One round of trials at the same time; answers how long each right outlived its end. */
  async function round(
    trials: readonly Trial[],
    denied: readonly number[] = refused,
    hold: readonly string[] = [],
  ): Promise<readonly (readonly [string, number])[]> {
    const tabs = new Map<string, { readonly caller: Caller; readonly watch: Watch }>();
    for (const of of Map.groupBy(trials, ({ login }) => login).values()) {
      const [first] = of;
      if (!first) continue;
      const caller = await callerOf(first);
      for (const { path } of of) await eventually(async () => (await wait(20), expect([path, await ask(path, caller)]).toEqual([path, 200])));
      tabs.set(first.login, {
        caller,
        watch: await Watch.open(
          gateway.url,
          of.map(({ topic }) => topic),
          caller,
        ),
      });
    }
    for (const name of hold) held.add(name);
    const ended = trials.map(async ({ kind, login, path, topic, revoke }) => {
      const tab = tabs.get(login);
      if (!tab) throw new Error('Nobody watches');
      const { caller, watch } = tab;
      await revoke();
      const deaf = async () => denied.includes(await ask(path, caller)) && (await silent(watch, topic));
      return [kind, await until(deaf, rightsEndMs)] as const;
    });
    const lasted = await Promise.all(ended);
    await Promise.all([...tabs.values()].map(({ watch }) => watch.leave()));
    return lasted;
  }

  const names = Object.keys(kinds);
  async function mixed(count: number): Promise<readonly Trial[]> {
    const made: Trial[] = [];
    for (let n = 0; n < count; n += 1) made.push((await kinds[names[between(random, 0, names.length - 1)] ?? '']?.()) ?? fail());
    return made;
  }
  const fail = (): never => {
    throw new Error('There is no such kind');
  };

  it('end for the next request and the live stream alike: 200 trials over grants, posts, accounts, units and persons', async () => {
    const lasted: (readonly [string, number])[] = [];
    while (lasted.length < 200) lasted.push(...(await round(await mixed(40))));
    expect(new Set(lasted.map(([kind]) => kind))).toEqual(new Set(names));
    expect(lasted.filter(([, ms]) => ms > rightsEndMs)).toEqual([]);
  }, 300_000);

  it('end also while every projection that could tell stands still: what is not known is not allowed', async () => {
    const trials: Trial[] = [];
    for (const make of Object.values(kinds)) trials.push(await make(), await make());
    await city.settle();
    const lasted = await round(trials, [...refused, 503], ['grants_', 'tree_nodes_', 'member_list_', 'account_list_', 'grant_list_']);
    expect(lasted.filter(([, ms]) => ms > rightsEndMs)).toEqual([]);
    letGo();
  }, 120_000);
});
