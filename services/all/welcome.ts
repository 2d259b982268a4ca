import type { Persona } from '@zhitong/seed';
import { defaultUrl } from '@zhitong/gateway/obtain-token.ts';
import type { City } from './city.ts';

const groups: readonly (readonly [Persona['group'], string])[] = [
  ['city', '市 city'],
  ['district', '区 district'],
  ['street', '街道 street'],
  ['community', '社区 community'],
  ['line', '条线 line'],
  ['branch', '支部 branch'],
  ['member', '党员 member'],
  ['administrator', '三员 administrators'],
  ['operations', '运维 operations'],
];

/** What a person needs after the first start: where, and as whom. */
export function welcome({ url, health, personas, dataFolder }: Pick<City, 'url' | 'health' | 'personas' | 'dataFolder'>): string {
  const lines = groups.flatMap(([group, label]) => {
    const shown = personas.filter((persona) => persona.shown && persona.group === group);
    return shown.length === 0 ? [] : [`  ${label.padEnd(22)} ${shown.map(({ login }) => login).join(', ')}`];
  });
  const where = url === defaultUrl ? '' : ` --url ${url}`;
  return `
直通 Zhitong is ready: ${url}

Choose somebody on the log-in page, or take a token for scripts: npm run token -- --as city${where}
${lines.join('\n')}

Data: ${dataFolder} (synthetic but for the public administrative tree). Ctrl-C ends it; nothing is lost.
Health and metrics: http://${health}/readyz and http://${health}/metrics
`;
}
