import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOrganizationNames, usePersonNames } from '../api/names.ts';
import { useAddress } from '../shell/scope.ts';

/** One organization by name, a link to its profile where this post may see it. */
export function OrganizationName({ id, plain = false }: { id: string | null | undefined; plain?: boolean }) {
  const { t } = useTranslation();
  const address = useAddress();
  const name = useOrganizationNames([id])(id ?? '');
  if (!id) return <>—</>;
  if (name === undefined) return <span className="quiet">…</span>;
  if (name === null) return <span className="quiet">{t('ui.scopeOutside')}</span>;
  return plain ? <>{name}</> : <Link to={address(`/orgs/${id}`)}>{name}</Link>;
}

export function PersonName({ id }: { id: string | null | undefined }) {
  const name = usePersonNames([id])(id ?? '');
  return <>{id ? (name ?? <span className="quiet">{id.slice(0, 12)}</span>) : '—'}</>;
}
