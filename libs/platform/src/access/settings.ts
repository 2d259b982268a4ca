import { settingsCatalogue } from '@zhitong/catalogue';
import { shanghaiDate } from '@zhitong/kernel';
import type { Rows, Settings } from '../service/kit.ts';
import type { SettingChanges } from './access.projections.ts';
import type { Tree, TreeView } from './tree.port.ts';

/** The settings of a process, taken from their rows again and again. */
export interface LiveSettings extends Settings {
  refresh(): Promise<void>;
}

interface Value {
  readonly organizationId: string;
  readonly effectiveOn: string;
  readonly value: unknown;
}

const dateOf = (at: string): string => (at.length === 10 ? at : shanghaiDate(at));

/** Scopes of an organization, nearest first: up its line, then up its place, the city last. */
function scopes(organizationId: string | undefined, tree: TreeView): readonly string[] {
  if (organizationId === undefined) return [];
  const up = [...tree.path(organizationId, 'line').toReversed(), ...tree.path(organizationId, 'place').toReversed()];
  return up.filter((id) => tree.node(id)?.level !== 'city');
}

/** The value in force on a date: of the nearest scope that set one, the latest; undefined where the default holds. */
export function inForce(changes: readonly Value[], at: string, organizationId: string | undefined, tree: TreeView): Value | undefined {
  const date = dateOf(at);
  const effective = changes.filter(({ effectiveOn }) => effectiveOn <= date);
  if (effective.length === 0) return undefined;
  const latestOf = (own: (change: Value) => boolean) =>
    effective
      .filter(own)
      .reduce<Value | undefined>((last, change) => (last === undefined || change.effectiveOn >= last.effectiveOn ? change : last), undefined);
  for (const scope of scopes(organizationId, tree)) {
    const found = latestOf((change) => change.organizationId === scope);
    if (found !== undefined) return found;
  }
  return latestOf((change) => tree.node(change.organizationId)?.level === 'city');
}

/** How many live organizations a value would count for on a date if it were set for this one: those in its scope that have none nearer. */
export function reachOf(changes: readonly Pick<Value, 'organizationId' | 'effectiveOn'>[], at: string, organizationId: string, tree: TreeView): number {
  const isCity = tree.node(organizationId)?.level === 'city';
  const below = new Set([...tree.subtree(organizationId, 'line'), ...tree.subtree(organizationId, 'place')]);
  const others = new Set(changes.flatMap((change) => (change.effectiveOn <= dateOf(at) ? [change.organizationId] : [])));
  others.delete(organizationId);
  if (others.size === 0) return below.size;
  const nearest = (id: string) => scopes(id, tree).find((scope) => scope === organizationId || others.has(scope));
  return [...below].filter((id) => nearest(id) === (isCity ? undefined : organizationId)).length;
}

/** Values by key as they came in last; a key that is not catalogued is a fault of the program. */
export function createSettings(rows: Rows<SettingChanges>, tree: Tree): LiveSettings {
  let known: ReadonlyMap<string, readonly Value[]> = new Map();

  const valueOf = (key: string, at: string, organizationId?: string): unknown => {
    const definition = settingsCatalogue.get(key);
    if (definition === undefined) throw new TypeError(`"${key}" is no setting`);
    const found = inForce(known.get(key) ?? [], at, organizationId, tree.current());
    return found === undefined ? definition.defaultValue : found.value;
  };
  const typed =
    <T>(is: (value: unknown) => value is T, name: string) =>
    (key: string, at: string, organizationId?: string): T => {
      const value = valueOf(key, at, organizationId);
      if (!is(value)) throw new TypeError(`Setting "${key}" is no ${name}`);
      return value;
    };

  return {
    number: typed((value) => typeof value === 'number', 'number'),
    flag: typed((value) => typeof value === 'boolean', 'flag'),
    list: typed((value): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string'), 'list'),
    json: valueOf,
    async refresh() {
      const { items } = await rows.query({ where: [], limit: 1000 });
      known = new Map(
        items.map(({ key, changes }) => [key, changes.map(({ valueJson, ...change }) => ({ ...change, value: JSON.parse(valueJson) as unknown }))]),
      );
    },
  };
}
