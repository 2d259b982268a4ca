import { randomBytes } from 'node:crypto';
import { installed, PeerMissing, type Packages } from './peer-folder.ts';

/** Another library's event store over the same server, with the same write concern. */
export interface PeerStore {
  /** Appends one event to a stream that stands at a version. */
  append(stream: string, version: number): Promise<void>;
  /** Whether an error is how the library says that somebody was faster. */
  isConflict(error: unknown): boolean;
  close(): Promise<void>;
}

export interface Peer extends Packages {
  readonly name: string;
  open(require: NodeJS.Require, url: string): Promise<PeerStore>;
}

const data = { organizationId: 'org_1', placeParentId: 'org_place', effectiveOn: '2026-01-01' };
const named = (error: unknown, name: string): boolean => error instanceof Error && (error.name === name || error.constructor.name === name);

/** Emmett's errors carry a status of HTTP. */
export const isEmmettConflict = (error: unknown): boolean => error instanceof Error && 'errorCode' in error && error.errorCode === 412;

/** One document a stream. */
export const emmett: Peer = {
  name: '@event-driven-io/emmett-mongodb 0.42.4',
  folder: 'emmett-mongodb',
  packages: [
    '@event-driven-io/emmett-mongodb@0.42.4',
    '@event-driven-io/emmett@0.42.0',
    'mongodb@6.21.0',
    'uuid@10.0.0',
    'async-retry@1.3.3',
    'web-streams-polyfill@4.3.0',
  ],
  async open(require, url) {
    const { MongoClient } = require('mongodb');
    const client = await new MongoClient(url).connect();
    const store = require('@event-driven-io/emmett-mongodb').getMongoDBEventStore({ client });
    return {
      async append(stream, version) {
        const options = { expectedStreamVersion: version === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(version) };
        await store.appendToStream(`bench:${stream}`, [{ type: 'OrganizationRelocated', data }], options);
      },
      isConflict: isEmmettConflict,
      close: () => client.close(),
    };
  },
};

/** One document an event, and a look at the newest before. */
export const ocoda: Peer = {
  name: '@ocoda/event-sourcing-mongodb 3.0.2',
  folder: 'ocoda',
  packages: [
    '@ocoda/event-sourcing-mongodb@3.0.2',
    '@ocoda/event-sourcing@3.0.2',
    '@nestjs/common@11.1.6',
    '@nestjs/core@11.1.6',
    'reflect-metadata@0.2.2',
    'rxjs@7.8.2',
  ],
  async open(require, url) {
    require('reflect-metadata');
    const { Aggregate, AggregateRoot, Event, EventMap, EventStream, UUID } = require('@ocoda/event-sourcing');
    class Bench extends AggregateRoot {}
    Aggregate({ streamName: 'bench' })(Bench);
    class Relocated {
      readonly data = data;
    }
    Event('relocated')(Relocated);
    const events = new EventMap();
    events.register(Relocated, { serialize: (event: object) => ({ ...event }), deserialize: () => new Relocated() });
    const { MongoDBEventStore } = require('@ocoda/event-sourcing-mongodb');
    const store = new MongoDBEventStore(events, { url });
    store.publish = () => undefined;
    await store.connect();
    await store.ensureCollection();
    const ids = new Map<string, unknown>();
    return {
      async append(stream, version) {
        const id = ids.get(stream) ?? UUID.generate();
        ids.set(stream, id);
        await store.appendEvents(EventStream.for(Bench, id), version + 1, [new Relocated()]);
      },
      isConflict: (error) => named(error, 'EventStoreVersionConflictException'),
      close: () => store.disconnect(),
    };
  },
};

/** A document an event and one an aggregate, in a transaction. */
export const eventNest: Peer = {
  name: '@event-nest/mongodb 3.4.2',
  folder: 'event-nest',
  packages: [
    '@event-nest/mongodb@3.4.2',
    '@event-nest/core@3.4.2',
    '@nestjs/common@10.4.20',
    '@nestjs/core@10.4.20',
    'reflect-metadata@0.2.2',
    'rxjs@7.8.2',
    'mongodb@6.21.0',
    'tslib@2.8.1',
  ],
  async open(require, url) {
    require('reflect-metadata');
    require('@nestjs/common').Logger.overrideLogger(false);
    const { DomainEvent, DomainEventEmitter, StoredAggregateRoot, StoredEvent } = require('@event-nest/core');
    const { MongoClient } = require('mongodb');
    const { MongoEventStore } = require('@event-nest/mongodb');
    class Relocated {
      readonly data = data;
    }
    DomainEvent('relocated')(Relocated);
    const client = await new MongoClient(url).connect();
    const store = new MongoEventStore(new DomainEventEmitter(), client, 'aggregates', 'events');
    const id = () => randomBytes(12).toString('hex');
    const ids = new Map<string, string>();
    return {
      async append(stream, version) {
        const aggregate = ids.get(stream) ?? id();
        ids.set(stream, aggregate);
        const event = StoredEvent.fromPublishedEvent(id(), aggregate, 'bench', new Relocated(), new Date());
        await store.save([event], new StoredAggregateRoot(aggregate, version));
      },
      isConflict: (error) => named(error, 'EventConcurrencyException'),
      close: () => client.close(),
    };
  },
};

/** @throws {PeerMissing} */
export async function openPeer(peer: Peer, mongoUrl: string, database: string): Promise<PeerStore> {
  const require = await installed(peer);
  const url = new URL(mongoUrl);
  url.pathname = `/${database}`;
  url.searchParams.set('w', 'majority');
  url.searchParams.set('journal', 'true');
  try {
    const store = await peer.open(require, url.href);
    await store.append('first', 0);
    return store;
  } catch (error) {
    throw new PeerMissing(`does not run here: ${String(error).split('\n')[0] ?? ''}`);
  }
}
