import { shapesOf } from './history.ts';
import { partsOf, type Aggregate, type EventField, type EventMessage, type ProtoImage } from './image.ts';
import { isRestricted, topicName } from './pages.ts';
import { stringKind } from '../proto-strings.ts';
import type { JsonObject } from '@zhitong/catalogue/openapi-schemas.ts';

/** The topics as an AsyncAPI 3 document: what a program that reads the events is generated from. */
export function asyncApiDocument(image: ProtoImage, history: string, version: string): JsonObject {
  const topics = Map.groupBy(image.aggregates, topicName);
  const messages = image.aggregates.flatMap((aggregate) =>
    aggregate.events.map((event) => [messageKey(aggregate, event), messageOf(aggregate, event, history)] as const),
  );
  const schemas = image.aggregates.flatMap((aggregate) => partsOf(aggregate, image.messages).map((part) => [part.fullName, schemaOf(part)] as const));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Zhitong events',
      version,
      description: 'Facts of a city, one record an event. First occurrences of a stream are in order and complete; repeats may follow.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries([...topics].map(([topic, aggregates]) => [topic, channelOf(topic, aggregates)])),
    operations: Object.fromEntries([...topics.keys()].map((topic) => [`send.${topic}`, { action: 'send', channel: { $ref: `#/channels/${topic}` } }])),
    components: { messages: Object.fromEntries(messages), schemas: { ...Object.fromEntries(schemas), CloudEventHeaders: headers } },
  };
}

const messageKey = ({ context }: Aggregate, { name }: EventMessage) => `${context}.${name}`;

const channelOf = (topic: string, aggregates: readonly Aggregate[]): JsonObject => ({
  address: topic,
  description: aggregates.some(isRestricted) ? 'Restricted: an access list of its own.' : 'Open to readers of the city.',
  messages: Object.fromEntries(
    aggregates.flatMap((aggregate) =>
      aggregate.events.map((event) => [event.name, { $ref: `#/components/messages/${messageKey(aggregate, event)}` }] as const),
    ),
  ),
  bindings: { kafka: { topic, partitions: 24, topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': -1 } } },
});

function messageOf(aggregate: Aggregate, event: EventMessage, history: string): JsonObject {
  const samples = shapesOf(history, aggregate, event.name).slice(-1);
  return {
    name: `zhitong.${aggregate.context}.v1.${event.name}`,
    title: event.name,
    ...(event.comment === '' ? {} : { summary: event.comment }),
    headers: { $ref: '#/components/schemas/CloudEventHeaders' },
    payload: { $ref: `#/components/schemas/${event.fullName}` },
    bindings: { kafka: { key: { type: 'string', description: `The stream: ${aggregate.context}.${aggregate.category}-<id>` } } },
    examples: samples.map(({ data }) => ({ payload: JSON.parse(JSON.stringify(data)) as JsonObject })),
    'x-visibility': event.visibility,
  };
}

const schemaOf = ({ comment, fields }: EventMessage): JsonObject => ({
  type: 'object',
  ...(comment === '' ? {} : { description: comment }),
  properties: Object.fromEntries(fields.map((field) => [field.jsonName, propertyOf(field)])),
  required: fields.filter(({ optional }) => !optional).map(({ jsonName }) => jsonName),
});

function propertyOf(field: EventField): JsonObject {
  const description = [field.comment, field.plain ?? ''].filter((text) => text !== '').join(' ');
  const single = field.message === undefined ? scalarOf(field) : { $ref: `#/components/schemas/${field.message}` };
  return { ...(field.repeated ? { type: 'array', items: single } : single), ...(description === '' ? {} : { description }) };
}

function scalarOf({ type, name, plain }: EventField): JsonObject {
  if (type === 'bool') return { type: 'boolean' };
  if (type !== 'string') return { type: 'integer' };
  const kind = plain === undefined ? stringKind(name) : undefined;
  if (kind === 'date') return { type: 'string', format: 'date' };
  return kind === 'instant' ? { type: 'string', format: 'date-time' } : { type: 'string' };
}

const text = (description: string): JsonObject => ({ type: 'string', description });

/** CloudEvents 1.0, binary mode of the Kafka binding. */
const headers: JsonObject = {
  type: 'object',
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: text('Uuid of the event: a repetition has the same.'),
    ce_source: text('/zhitong/<context>'),
    ce_type: text('zhitong.<context>.v1.<Event>'),
    ce_subject: text('The stream, which is the key as well.'),
    ce_time: { type: 'string', format: 'date-time', description: 'Business time.' },
    ce_dataschema: text('urn:zhitong:<context>:v1:<Event>'),
    'content-type': { type: 'string', const: 'application/json' },
    ce_streamversion: text('Place in the stream, from 1 without gaps.'),
    ce_recordedtime: { type: 'string', format: 'date-time', description: 'When the log took it in.' },
    ce_logepoch: text('Raised by a restore: what was read before it is void.'),
    ce_actorid: text('Person or policy.'),
    ce_onbehalfof: text('The person a policy acts for.'),
    ce_orgid: text('Organization the actor acted for.'),
    ce_commandid: text('The command that led to it.'),
    ce_causationid: text('The event a policy answered.'),
    ce_correlationid: text('Shared by everything one request led to.'),
    ce_traceparent: text('W3C trace context.'),
  },
  required: [
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_subject',
    'ce_time',
    'ce_streamversion',
    'ce_recordedtime',
    'ce_logepoch',
    'ce_actorid',
    'ce_commandid',
    'ce_correlationid',
  ],
};
