import type { Context } from '@zhitong/catalogue';
import type { Clock, EphemeralStore, Log } from '@zhitong/eventing';
import type { GrpcTls } from '@zhitong/platform/grpc/grpc-server.ts';
import type { ServiceClient } from '@zhitong/platform/grpc/service-client.ts';
import type { Metrics } from '@zhitong/platform/telemetry/metrics.ts';
import type { AttemptNotes } from '@zhitong/platform/telemetry/security-log.ts';
import type { Readiness } from '@zhitong/platform/service/readiness.ts';
import type { SubjectSigner } from '@zhitong/platform/grpc/subject-keys.ts';

/** Somebody the development issuer can log in as. */
export interface Persona {
  readonly login: string;
  readonly group: string;
  readonly title: string;
  readonly organizationName: string;
  readonly description: string;
  /** Offered before logging in; the others can be named. */
  readonly shown: boolean;
}

export type IssuerOptions =
  /** Inside of this process, without passwords; refuses production. */
  { readonly kind: 'development' } | { readonly kind: 'external'; readonly url: string; readonly clientId: string; readonly clientSecret?: string };

/** Times in ms; chaos tests shorten all of them by one factor. */
export interface GatewayTimes {
  /** How long rights of a session may be believed. */
  readonly believeMs: number;
  /** Longest that old rights serve while organizations does not answer. */
  readonly failClosedMs: number;
  readonly heartbeatMs: number;
}
export const standardTimes: GatewayTimes = { believeMs: 3_000, failClosedMs: 5_000, heartbeatMs: 15_000 };

export interface GatewayOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Origin as browsers see it; default `http://localhost:<port>`. */
  readonly publicUrl?: string;
  readonly ephemeral: EphemeralStore;
  readonly services: Readonly<Partial<Record<Context, { readonly address: string } | { readonly client: ServiceClient }>>>;
  readonly signer: SubjectSigner;
  readonly tls?: GrpcTls;
  readonly issuer: IssuerOptions;
  /** Values of `acr` by which the issuer vouches for a second factor, which administrators need; default: what the development issuer says. */
  readonly secondFactors?: readonly string[];
  readonly personas: readonly Persona[];
  /** Folder of the built console. */
  readonly webRoot: string;
  readonly runtime: 'embedded' | 'distributed';
  readonly version: string;
  readonly production: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Where attempts on the gateway are told of; default: the security log, in `log`. */
  readonly attempts?: AttemptNotes;
  /** Parts of this process beside the gateway itself. */
  readonly readiness?: () => Readiness;
  /** Where answered requests are counted. */
  readonly metrics?: Metrics;
  /** Addresses whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  readonly times?: GatewayTimes;
  /** Requests answered at the same time; more are `OVERLOADED`. */
  readonly mostRequests?: number;
}
