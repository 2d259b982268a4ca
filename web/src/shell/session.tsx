import { rightsOf, type Right } from '@zhitong/catalogue/rights.ts';
import { createContext, use } from 'react';
import type { Session, SessionGrant } from '../api/session.ts';

export interface Acting {
  readonly session: Session;
  readonly grant: SessionGrant;
  /** Whether the acting post may; the server decides, this only hides what would be refused. */
  readonly can: (right: Right) => boolean;
}

const SessionContext = createContext<Acting | null>(null);

export function actingOf(session: Session): Acting | null {
  const grant = session.grants.find(({ grantId }) => grantId === session.actingGrantId);
  if (grant === undefined) return null;
  const rights = new Set<Right>(rightsOf[grant.role]);
  return { session, grant, can: (right) => rights.has(right) };
}

export const SessionProvider = SessionContext.Provider;

export function useSession(): Acting {
  const acting = use(SessionContext);
  if (acting === null) throw new Error('No session around this page');
  return acting;
}
