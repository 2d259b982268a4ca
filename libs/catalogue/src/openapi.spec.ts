import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { fileTypes, type FileRoute } from './file-routes.ts';
import { openApiDocument } from './openapi.ts';
import { defineCommand, defineQuery, pageOf, paging, type Operation } from './index.ts';

const award = z.object({ awardId: z.string(), tags: z.array(z.string()).default([]) }).meta({ id: 'Award' });
const grantAward = defineCommand({
  name: 'grantAward',
  context: 'funding',
  path: '/awards/{awardId}/grant',
  summary: 'Grants an award.',
  right: 'none',
  reach: 'own',
  input: z.object({ awardId: z.string(), ceiling: z.coerce.number().int(), note: z.string().default('-') }),
});
const listAwards = defineQuery({
  name: 'listAwards',
  context: 'funding',
  path: '/awards',
  summary: 'Awards.',
  right: 'none',
  reach: 'within',
  input: z.object({ state: z.string(), ...paging }),
  output: pageOf(award),
});

const awardSheet = (direction: 'in' | 'out'): FileRoute => ({
  ...{ name: `awardSheet-${direction}`, context: 'funding', direction, format: 'xlsx', path: '/award-sheets' },
  ...{ summary: 'Awards of a year.', right: 'none', reach: 'own', input: z.object({ year: z.string() }) },
});

/** Follows a path of keys through the document. */
const at = (document: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined), document);
const documentOf = (...operations: readonly Operation[]) => openApiDocument(operations, { title: 'Test', version: '1' });

describe('the API document', () => {
  it('puts path fields into the path and the rest of a command into its body', () => {
    const operation = at(documentOf(grantAward), 'paths', '/api/v1/awards/{awardId}/grant', 'post');
    expect(at(operation, 'operationId')).toBe('grantAward');
    expect(at(operation, 'parameters', '0')).toMatchObject({ name: 'awardId', in: 'path', required: true });
    const body = at(operation, 'requestBody', 'content', 'application/json', 'schema');
    expect(at(body, 'properties', 'ceiling')).toMatchObject({ type: 'integer' });
    expect(at(body, 'properties', 'awardId')).toBeUndefined();
    expect(at(body, 'required')).toEqual(['ceiling']);
  });

  it('asks commands for an idempotency key and answers with a receipt', () => {
    const operation = at(documentOf(grantAward), 'paths', '/api/v1/awards/{awardId}/grant', 'post');
    expect(at(operation, 'parameters')).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
    expect(at(operation, 'responses', '200', 'content', 'application/json', 'schema')).toEqual({ $ref: '#/components/schemas/Receipt' });
    expect(at(documentOf(grantAward), 'components', 'schemas', 'Receipt', 'required')).toEqual(['id', 'stream', 'version', 'warnings']);
  });

  it('asks a query by parameters and keeps a default optional', () => {
    const parameters = at(documentOf(listAwards), 'paths', '/api/v1/awards', 'get', 'parameters');
    expect(parameters).toContainEqual(expect.objectContaining({ name: 'state', in: 'query', required: true }));
    expect(parameters).toContainEqual(expect.objectContaining({ name: 'limit', in: 'query', required: false }));
  });

  it('promises a defaulted field in answers', () => {
    expect(at(documentOf(listAwards), 'components', 'schemas', 'Award', 'required')).toEqual(['awardId', 'tags']);
  });

  it('refuses two operations on one route, a name taken twice and a path field the input lacks', () => {
    expect(() => documentOf(listAwards, { ...listAwards, name: 'other' })).toThrow('GET /api/v1/awards is declared twice');
    expect(() => documentOf(listAwards, { ...listAwards, path: '/other' })).toThrow('Two operations are called listAwards');
    expect(() => documentOf({ ...grantAward, path: '/awards/{id}' })).toThrow('grantAward: the input has no id');
  });

  it('describes a file that comes in as the body of a command, and one that goes out as an answer with a name', () => {
    const { paths } = documentOf(listAwards);
    const document = openApiDocument([listAwards], { title: 'Test', version: '1' }, [awardSheet('in'), awardSheet('out')]);
    expect(at(paths, '/api/v1/award-sheets')).toBeUndefined();
    const [taken, given] = [at(document, 'paths', '/api/v1/award-sheets', 'post'), at(document, 'paths', '/api/v1/award-sheets', 'get')];
    const file = { [fileTypes.xlsx]: { schema: { type: 'string', format: 'binary' } } };
    expect(taken).toMatchObject({ operationId: 'awardSheet-in', requestBody: { required: true, content: file } });
    expect(at(taken, 'parameters')).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
    expect(at(taken, 'responses', '200', 'content', 'application/json', 'schema')).toEqual({ $ref: '#/components/schemas/Receipt' });
    expect(at(given, 'parameters')).toEqual([expect.objectContaining({ name: 'year', in: 'query', required: true })]);
    expect(at(given, 'responses', '200')).toMatchObject({ content: file, headers: { 'Content-Disposition': expect.anything() } });
  });
});
