import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export type Visibility = 'PUBLIC' | 'CONTEXT';

/** A field of an event as the descriptor has it. */
export interface EventField {
  /** `branch_id`, as the proto writes it; rules about names read this one. */
  readonly name: string;
  /** `branchId`, as the data carries it. */
  readonly jsonName: string;
  /** `string`, `bool`, `int32`, ... or `message`. */
  readonly type: string;
  /** Full name of the message, for type `message`. */
  readonly message: string | undefined;
  readonly repeated: boolean;
  readonly optional: boolean;
  readonly comment: string;
  /** Why a string that is no id, reference, code, date or instant holds no free text. */
  readonly plain: string | undefined;
  readonly personal: boolean;
}

export interface EventMessage {
  readonly fullName: string;
  readonly name: string;
  readonly comment: string;
  readonly visibility: Visibility | undefined;
  readonly fields: readonly EventField[];
}

/** The events one kind of stream is made of. */
export interface Aggregate {
  readonly context: string;
  /** `member` of the streams `members.member-<id>`, as the comment of the union names them. */
  readonly category: string;
  readonly comment: string;
  readonly events: readonly EventMessage[];
}

export interface ProtoImage {
  readonly messages: ReadonlyMap<string, EventMessage>;
  readonly aggregates: readonly Aggregate[];
}

const fieldShape = z.object({
  name: z.string(),
  jsonName: z.string(),
  type: z.string(),
  label: z.string(),
  typeName: z.string().optional(),
  proto3Optional: z.boolean().default(false),
  options: z.object({ '[zhitong.options.v1.plain]': z.string().optional(), '[zhitong.options.v1.personal]': z.boolean().default(false) }).optional(),
});
interface MessageShape {
  readonly name: string;
  readonly field: readonly z.infer<typeof fieldShape>[];
  readonly oneofDecl: readonly { readonly name: string }[];
  readonly options?: { readonly '[zhitong.options.v1.visibility]'?: string | undefined } | undefined;
  readonly nestedType: readonly MessageShape[];
}
const messageShape: z.ZodType<MessageShape> = z.object({
  name: z.string(),
  field: z.array(fieldShape).default([]),
  oneofDecl: z.array(z.object({ name: z.string() })).default([]),
  options: z.object({ '[zhitong.options.v1.visibility]': z.string().optional() }).optional(),
  nestedType: z.lazy(() => z.array(messageShape)).default([]),
});
const fileShape = z.object({
  name: z.string(),
  package: z.string(),
  messageType: z.array(messageShape).default([]),
  sourceCodeInfo: z.object({ location: z.array(z.object({ path: z.array(z.int()).default([]), leadingComments: z.string().default('') })) }).optional(),
});
type FileShape = z.infer<typeof fileShape>;

/** Numbers of the members of a descriptor (descriptor.proto), which comments are addressed by. */
const messageTag = 4;
const fieldTag = 2;
const nestedTag = 3;

const buf = fileURLToPath(new URL('../../../../node_modules/.bin/buf', import.meta.url));

/** Compiles a folder of protos. @throws when they do not compile. */
export function readImage(protoFolder: string): ProtoImage {
  const json = execFileSync(buf, ['build', '-o', '-#format=json'], { cwd: protoFolder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return imageOf(z.object({ file: z.array(fileShape) }).parse(JSON.parse(json)).file);
}

function imageOf(files: readonly FileShape[]): ProtoImage {
  const messages = new Map<string, EventMessage>();
  for (const file of files) {
    const comments = commentsOf(file);
    file.messageType.forEach((message, at) => keep(messages, comments, message, `${file.package}.${message.name}`, [messageTag, at]));
  }
  return { messages, aggregates: files.flatMap((file) => aggregatesOf(file, messages)) };
}

function commentsOf({ sourceCodeInfo }: FileShape): ReadonlyMap<string, string> {
  const locations = sourceCodeInfo?.location ?? [];
  return new Map(locations.map(({ path, leadingComments }) => [path.join('.'), leadingComments.trim().replace(/\s*\n\s*/g, ' ')]));
}

function keep(into: Map<string, EventMessage>, comments: ReadonlyMap<string, string>, message: MessageShape, fullName: string, path: readonly number[]): void {
  const commentAt = (...more: readonly number[]) => comments.get([...path, ...more].join('.')) ?? '';
  const visibility = message.options?.['[zhitong.options.v1.visibility]']?.slice('VISIBILITY_'.length);
  into.set(fullName, {
    fullName,
    name: message.name,
    comment: commentAt(),
    visibility: visibility === 'PUBLIC' || visibility === 'CONTEXT' ? visibility : undefined,
    fields: message.field.map(({ name, jsonName, type, label, typeName, proto3Optional: optional, options }, at) => ({
      name,
      jsonName,
      type: type.slice('TYPE_'.length).toLowerCase(),
      message: typeName?.slice(1),
      repeated: label === 'LABEL_REPEATED',
      optional,
      comment: commentAt(fieldTag, at),
      plain: options?.['[zhitong.options.v1.plain]'],
      personal: options?.['[zhitong.options.v1.personal]'] ?? false,
    })),
  });
  message.nestedType.forEach((nested, at) => keep(into, comments, nested, `${fullName}.${nested.name}`, [...path, nestedTag, at]));
}

const eventsFile = /_events\.proto$/;
const streamName = /^Stream ([a-z-]+)\.([a-z]+)-/;

function aggregatesOf(file: FileShape, messages: ReadonlyMap<string, EventMessage>): readonly Aggregate[] {
  if (!eventsFile.test(file.name)) return [];
  return file.messageType
    .filter(({ oneofDecl }) => oneofDecl[0]?.name === 'event')
    .map(({ name }) => {
      const union = known(messages, `${file.package}.${name}`);
      const [, context, category] = streamName.exec(union.comment) ?? [];
      if (context === undefined || category === undefined)
        throw new TypeError(`${union.fullName} must say "Stream <context>.<category>-<id>: ..." in its comment`);
      return { context, category, comment: union.comment, events: union.fields.map(({ message = '' }) => known(messages, message)) };
    });
}

/** @throws {TypeError} when the image lacks the message. */
export function known(messages: ProtoImage['messages'], fullName: string): EventMessage {
  const message = messages.get(fullName);
  if (message === undefined) throw new TypeError(`The descriptor image has no ${fullName}`);
  return message;
}

/** The messages an aggregate's events are made of, each once, the events first. */
export function partsOf({ events }: Aggregate, messages: ProtoImage['messages']): readonly EventMessage[] {
  const found = new Map(events.map((event) => [event.fullName, event]));
  for (const { fields } of found.values()) {
    for (const { message } of fields) if (message !== undefined) found.set(message, known(messages, message));
  }
  return [...found.values()];
}
