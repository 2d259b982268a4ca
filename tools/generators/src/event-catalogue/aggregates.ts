import type { Aggregate, ProtoImage } from './image.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

const named = ({ context, category, events }: Aggregate): string =>
  `    ${category}: { context: '${context}', category: '${category}', eventTypes: [${quoted(events.map(({ name }) => name))}] },\n`;

/** What the protos say of each kind of stream, as values: its name and its events. */
export function aggregatesModule({ aggregates }: ProtoImage): string {
  const contexts = [...Map.groupBy(aggregates, ({ context }) => context)].map(
    ([context, its]) => `  ${context.replaceAll('-', '_')}: {\n${its.map(named).join('')}  },\n`,
  );
  return `// Generated from proto.\nexport const aggregates = {\n${contexts.join('')}} as const;\n`;
}
