import { views, type View } from '@zhitong/catalogue/codes.ts';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { today } from '../ui/formats.ts';
import { namedDay, pastDay } from './as-of.ts';
import { useSession } from './session.tsx';

/** What every page carries along in its address. */
const carried = ['scope', 'view', 'asOf'] as const;

export interface Scope {
  readonly organizationId: string;
  readonly view: View;
  /** A past day, null for now. */
  readonly asOf: string | null;
}

/** Scope, tree and point in time of the page. The post's own values are never written to the address. */
export function useScope() {
  const { grant } = useSession();
  const [params, setParams] = useSearchParams();
  const view = params.get('view') ?? grant.view;
  const scope: Scope = {
    organizationId: params.get('scope') ?? grant.organizationId,
    view: views.has(view) ? view : grant.view,
    asOf: pastDay(params.get('asOf'), today()),
  };

  const change = useCallback(
    (wanted: Partial<Scope>) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        set(after, 'scope', wanted.organizationId, grant.organizationId);
        set(after, 'view', wanted.view, grant.view);
        if (wanted.asOf !== undefined) set(after, 'asOf', namedDay(wanted.asOf, today()), '');
        after.delete('cur');
        return after;
      }),
    [setParams, grant],
  );
  return { scope, change };
}

/** The subtree of the page and its day, as reports are asked for it. */
export function useSubtree(): { readonly organizationId: string; readonly view: View; readonly asOf?: string } {
  const { organizationId, view, asOf } = useScope().scope;
  return { organizationId, view, ...(asOf === null ? {} : { asOf }) };
}

/** A thing seen as another organization below sees it is only read; `as` in the address names that organization. */
export function useLookedAtAs(): { readonly organizationId: string; readonly acting: boolean } {
  const { grant } = useSession();
  const [params] = useSearchParams();
  const organizationId = params.get('as') ?? grant.organizationId;
  return { organizationId, acting: organizationId === grant.organizationId };
}

/** The part of an address for {@link useLookedAtAs}; nothing for the own organization. */
export function useLookAs(): (organizationId: string | undefined) => Readonly<Record<string, string>> {
  const { grant } = useSession();
  return (organizationId) => (organizationId === undefined || organizationId === grant.organizationId ? {} : { as: organizationId });
}

/** A subtree the address names; without one a list of persons covers everything the post may read, along every tree. */
export function useChosenScope(): { readonly scope?: string; readonly view?: View } {
  const [params] = useSearchParams();
  const { scope } = useScope();
  return params.has('scope') ? { scope: scope.organizationId, view: scope.view } : {};
}

function set(params: URLSearchParams, key: string, value: string | undefined, standard: string): void {
  if (value === undefined) return;
  if (value === standard) params.delete(key);
  else params.set(key, value);
}

/** An address of the console that keeps scope, tree and point in time. */
export function useAddress(): (path: string, own?: Readonly<Record<string, string | undefined>>) => string {
  const [params] = useSearchParams();
  return (path, own = {}) => {
    const kept = new URLSearchParams();
    for (const key of carried) {
      const value = params.get(key);
      if (value !== null) kept.set(key, value);
    }
    for (const [key, value] of Object.entries(own)) {
      if (value === undefined) kept.delete(key);
      else kept.set(key, value);
    }
    const query = kept.toString();
    return query === '' ? path : `${path}?${query}`;
  };
}

/** Where a list goes out as a file, as it was asked: `q.kind=branch`. */
export function useExportAddress(): (list: string, asked: Readonly<Record<string, string | undefined>>) => string {
  const address = useAddress();
  return (list, asked) => {
    const question = Object.entries(asked).map(([name, value]) => [`q.${name}`, value] as const);
    return address('/exports', { list, ...Object.fromEntries(question) });
  };
}
