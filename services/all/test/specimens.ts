import type { Operation } from '@zhitong/catalogue';
import { z } from 'zod';

/** Ids of what belongs to one organization, by the name of the field that carries them. */
export type Ids = Readonly<Record<string, string>>;

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** What a field says that names nobody; by name, then by type. */
const words: Readonly<Record<string, unknown>> = {
  text: '说明',
  title: '标题',
  name: '某某支部',
  note: '附言',
  report: '已完成',
  reason: '核对身份',
  key: 'request.confirmDays',
  value: '9',
  time: '08:30',
  quietFrom: '22:00',
  quietUntil: '07:00',
  duesPaidTo: '2026-03',
  fromMonth: '2026-01',
  scope: '{"clauses":[{"levels":["base"]}]}',
  citizenNumber: '000000199001011233',
  birthDate: '1990-01-01',
  subscription: 'nobody',
  stream: 'organizations.nobody-1',
  projection: 'nothing',
  issuer: 'https://issuer.example',
  subject: 'nobody',
  letterNumber: '2026-1',
  origin: '外地',
  topicCode: 'livelihoodNeed',
  electionId: 'elc_nobody',
  groupId: 'grp_nobody',
  headId: 'per_nobody',
  signInCode: '000000',
  year: '2026',
  candidateId: 'per_nobody',
  unitId: 'unt_nobody',
  liaisonId: 'per_nobody',
  coveringOrgId: 'org_nobody',
  sentToId: 'org_nobody',
};

/** The smallest input an operation accepts, speaking of one organization only; every optional id is named as well, and what else is wanted. */
export function specimen(operation: Operation, ids: Ids, also: (name: string) => boolean = () => false): Record<string, unknown> {
  const schema = inputOf(operation);
  const fields = schema.properties ?? {};
  const wanted = Object.keys(fields).filter((name) => schema.required?.includes(name) === true || name in ids || name === 'note' || also(name));
  return Object.fromEntries(wanted.map((name) => [name, valueOf(name, fields[name] ?? {}, ids, schema)]));
}

const inputs = new Map<Operation, Schema>();

/** A matrix asks for the same operation hundreds of times. */
function inputOf(operation: Operation): Schema {
  const schema = inputs.get(operation) ?? (z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema);
  inputs.set(operation, schema);
  return schema;
}

function valueOf(name: string, schema: Schema, ids: Ids, root: Schema): unknown {
  const resolved = schema.$ref === undefined ? schema : (root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const { type, properties, items, minItems = 1, anyOf } = resolved;
  const singular = name.replace(/Ids$/, 'Id');
  const asText = type === 'string' || type === undefined;
  if (ids[singular] !== undefined && type === 'array') return [ids[singular]];
  if (ids[name] !== undefined) return ids[name];
  if (anyOf?.[0] !== undefined && words[name] === undefined) return valueOf(name, anyOf[0], ids, root);
  if (resolved.enum?.[0] !== undefined) return resolved.enum[0];
  if (resolved.const !== undefined) return resolved.const;
  if (type === 'array') return Array.from({ length: minItems }, () => valueOf(singular, items ?? {}, ids, root));
  if (type === 'object') return Object.fromEntries((resolved.required ?? []).map((key) => [key, valueOf(key, properties?.[key] ?? {}, ids, root)]));
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return resolved.minimum ?? 1;
  if (asText && words[name] !== undefined) return words[name];
  if (resolved.format === 'date') return '2026-03-02';
  if (resolved.format === 'date-time') return '2026-03-05T01:00:00.000Z';
  return words[name] ?? 'other';
}
