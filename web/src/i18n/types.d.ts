import 'i18next';
import type { Books } from './books.ts';
import type { zh } from './zh/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh & Books };
    returnNull: false;
  }
}
