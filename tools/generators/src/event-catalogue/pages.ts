import { restrictedCategories, topicOf } from '@zhitong/catalogue';
import { shapesOf, type Shape } from './history.ts';
import { stringKind } from '../proto-strings.ts';
import { partsOf, type Aggregate, type EventField, type EventMessage, type ProtoImage } from './image.ts';

export const topicName = ({ context, category }: Pick<Aggregate, 'context' | 'category'>): string => `zhitong.${topicOf(context, category)}.v1`;
export const isRestricted = ({ context, category }: Pick<Aggregate, 'context' | 'category'>): boolean => restrictedCategories.has(`${context}.${category}`);

/** The page of one context: what an analyst needs to read its events without asking anybody. */
export function eventPage(context: string, image: ProtoImage, history: string): string {
  const aggregates = image.aggregates.filter((aggregate) => aggregate.context === context);
  const contents = aggregates.map(
    (aggregate) => `- [${aggregate.category}](#${aggregate.category}): ${aggregate.events.map(({ name }) => link(name)).join(', ')}`,
  );
  const sections = [
    `# Events of ${context}`,
    `Generated from \`proto/zhitong/${context.replaceAll('-', '_')}/v1\` by \`tools/generators/src/event-catalogue.ts\`. How a record is built: [README.md](README.md).`,
    contents.join('\n'),
    ...aggregates.map((aggregate) => aggregateSection(aggregate, image, history)),
  ];
  return `${sections.join('\n\n')}\n`;
}

const link = (name: string) => `[${name}](#${name.toLowerCase()})`;

function aggregateSection(aggregate: Aggregate, { messages }: ProtoImage, history: string): string {
  const parts = partsOf(aggregate, messages).slice(aggregate.events.length);
  return [
    `## ${aggregate.category}`,
    aggregate.comment,
    `Owner: the service ${aggregate.context}. Topic: \`${topicName(aggregate)}\`${isRestricted(aggregate) ? ' (restricted: an access list of its own)' : ''}. Key: the stream.`,
    ...aggregate.events.map((event) => eventSection(event, shapesOf(history, aggregate, event.name))),
    ...parts.map(partSection),
  ].join('\n\n');
}

const promises = {
  PUBLIC: 'Public: promised to other services and to analysts, only ever added to.',
  CONTEXT: 'Context: the own affair of the service; do not build on it.',
} as const;

function eventSection(event: EventMessage, shapes: readonly Shape[]): string {
  const sample = shapes.at(-1);
  return [
    `### ${event.name}`,
    event.comment,
    event.visibility === undefined ? '' : promises[event.visibility],
    fieldTable(event),
    sample === undefined ? '' : `Released shapes: ${shapes.map(({ version }) => `v${version}`).join(', ')}. The newest, with every field filled:`,
    sample === undefined ? '' : `\`\`\`json\n${JSON.stringify(sample.data, null, 2)}\n\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const partSection = (part: EventMessage): string => [`### ${part.name}`, part.comment, fieldTable(part)].filter((text) => text !== '').join('\n\n');

const fieldTable = ({ fields }: EventMessage): string =>
  ['| Field | Type | Meaning |', '| --- | --- | --- |', ...fields.map((field) => `| \`${field.jsonName}\` | ${typeOf(field)} | ${meaningOf(field)} |`)].join(
    '\n',
  );

/** `date, optional`; `list of id`; a link to a part. */
function typeOf(field: EventField): string {
  const part = field.message?.slice(field.message.lastIndexOf('.') + 1);
  const single = part === undefined ? scalar(field) : link(part);
  return `${field.repeated ? 'list of ' : ''}${single}${field.optional ? ', optional' : ''}`;
}

const scalar = ({ type, name, plain }: EventField): string => (type === 'string' && plain === undefined ? (stringKind(name) ?? type) : type);

const meaningOf = ({ comment, plain }: EventField): string =>
  [comment, plain ?? '']
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll('|', '\\|');
