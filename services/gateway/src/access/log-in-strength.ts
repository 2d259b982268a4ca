import { Rejected } from '@zhitong/kernel';
import type { Clock } from '@zhitong/eventing';
import type { Grant } from './accounts.ts';

/** How somebody proved who they are, as the issuer vouches for it. */
export interface LogIn {
  /** `auth_time`, ISO; null when the issuer does not say. */
  readonly at: string | null;
  /** Authentication context class reference: the kind of proof. */
  readonly acr: string | null;
}

/** `auth_time` and `acr` as tokens carry them. */
export const logInOf = ({ auth_time: seconds, acr }: Readonly<Record<string, unknown>>): LogIn => ({
  at: typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : null,
  acr: typeof acr === 'string' ? acr : null,
});

/** Weighty acts ask for a log-in at most so old. */
export const freshSeconds = 300;

const administrators: ReadonlySet<Grant['role']> = new Set(['systemAdministrator', 'securityAdministrator', 'auditAdministrator', 'operator']);
export const isAdministrator = ({ role }: Pick<Grant, 'role'>): boolean => administrators.has(role);

/** Whether a log-in is good enough for what is wanted (SEC-07); what is missing is said as RFC 9470 does. */
export class LogInStrength {
  constructor(
    /** Values of `acr` that stand for a second factor at the issuer. */
    private readonly secondFactors: readonly string[],
    private readonly clock: Clock,
  ) {}

  /** Administrators act with a second factor. @throws {Rejected} `STEP_UP_REQUIRED` with `acrValues` */
  requireFor(grant: Pick<Grant, 'role'> | undefined, { acr }: LogIn): void {
    if (grant === undefined || !isAdministrator(grant) || (acr !== null && this.secondFactors.includes(acr))) return;
    throw new Rejected('STEP_UP_REQUIRED', 'Administrators log in with a second factor.', { acrValues: this.secondFactors.join(' ') });
  }

  /** @throws {Rejected} `STEP_UP_REQUIRED` with `maxAgeSeconds` */
  requireFresh({ at }: LogIn): void {
    if (at !== null && Date.parse(this.clock.now()) - Date.parse(at) <= freshSeconds * 1000) return;
    throw new Rejected('STEP_UP_REQUIRED', 'This asks for a log-in at most five minutes old; please log in again.', { maxAgeSeconds: freshSeconds });
  }
}
