export * from './access/tree.port.ts';
export * from './service/kit.ts';
export * from './service/service-definition.ts';
