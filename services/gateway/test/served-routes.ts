import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';

const sources = join(import.meta.dirname, '..', 'src');
const joined = (...parts: readonly unknown[]) => `/${parts.map(String).join('/')}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');

function routesOf(controller: unknown): readonly string[] {
  if (typeof controller !== 'function' || !Reflect.hasMetadata(PATH_METADATA, controller)) return [];
  const { prototype } = controller;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const path = joined(Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)).replace(/:(\w+)/g, '{$1}');
    return [`${RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))] ?? ''} ${path}`];
  });
}

/** Every route that a controller of the gateway declares by itself: `GET /api/v1/exports/{exportId}/file`. Those of operations come from the catalogue. */
export async function servedRoutes(): Promise<readonly string[]> {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.controller.ts'));
  const modules: object[] = await Promise.all(files.map((file): Promise<object> => import(pathToFileURL(join(sources, file)).href)));
  return modules.flatMap((module) => Object.values(module).flatMap(routesOf));
}
