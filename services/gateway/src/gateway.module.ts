import type { DynamicModule, Provider } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { SecurityLog } from '@zhitong/platform/telemetry/security-log.ts';
import { Accounts } from './access/accounts.ts';
import { BearerTokens } from './access/bearer-tokens.ts';
import { Callers } from './access/caller.ts';
import { CallerGuard } from './access/caller.guard.ts';
import { LogInStrength } from './access/log-in-strength.ts';
import { standardTimes, type GatewayOptions } from './gateway-options.ts';
import { ExportsController } from './files/exports.controller.ts';
import { ImportsController } from './files/imports.controller.ts';
import { TermCalendarController } from './files/term-calendar.controller.ts';
import { Health, HealthController } from './health.controller.ts';
import { RateLimits } from './http/rate-limits.ts';
import { RefusedRequests } from './http/refused-requests.ts';
import { developmentAcr } from './issuer/development-issuer.ts';
import { TrustedIssuer } from './issuer/trusted-issuer.ts';
import { LiveHub } from './live/live-hub.ts';
import { LiveSettings, StreamController } from './live/stream.controller.ts';
import { BackChannelLogout } from './login/back-channel.ts';
import { Entrance } from './login/entrance.ts';
import { LogIns } from './login/log-ins.ts';
import { LoginController } from './login/login.controller.ts';
import { Meta, MetaController } from './meta.controller.ts';
import { MergedController } from './operations/merged.controller.ts';
import { MissingParts } from './operations/missing-parts.ts';
import { NamesController } from './operations/names.controller.ts';
import { OwnName } from './operations/own-name.ts';
import { operationsController } from './operations/operations.controller.ts';
import { Services } from './services.ts';
import { SessionController } from './sessions/session.controller.ts';
import { SessionStore } from './sessions/session-store.ts';
import { Workbooks } from './sheets/workbooks.ts';

/** Parts of a running gateway that are started and stopped with it. */
export interface GatewayParts {
  readonly services: Services;
  readonly hub: LiveHub;
  readonly health: Health;
  readonly refused: RefusedRequests;
  readonly strength: LogInStrength;
  readonly providers: readonly Provider[];
}

export function partsOf(options: GatewayOptions, publicUrl: string): GatewayParts {
  const { ephemeral, clock, log, times = standardTimes } = options;
  const services = new Services(options);
  const issuer = new TrustedIssuer(options.issuer, publicUrl, clock);
  const sessions = new SessionStore(ephemeral, clock);
  const accounts = new Accounts(services, times);
  const limits = new RateLimits(ephemeral);
  const hub = new LiveHub(ephemeral, log);
  const health = new Health(ephemeral, options.readiness);
  const refused = new RefusedRequests(options.attempts ?? new SecurityLog(log));
  const strength = new LogInStrength(options.secondFactors ?? [developmentAcr], clock);
  const made = [
    services,
    sessions,
    limits,
    hub,
    refused,
    new Callers(sessions, accounts, new BearerTokens(issuer), limits, strength),
    new LogIns(issuer, ephemeral, publicUrl),
    new Entrance(sessions, accounts, issuer, strength, publicUrl),
    new BackChannelLogout(issuer, sessions, ephemeral),
    new LiveSettings(times, log),
    new Meta(options),
    new MissingParts(clock),
    new Workbooks(),
    new OwnName(services, log),
    health,
  ];
  return { services, hub, health, refused, strength, providers: [CallerGuard, ...made.map((part) => ({ provide: part.constructor, useValue: part }))] };
}

@Module({})
export class GatewayModule {
  static of({ services, strength, providers }: GatewayParts, { clock }: Pick<GatewayOptions, 'clock'>): DynamicModule {
    return {
      module: GatewayModule,
      providers: [...providers],
      controllers: [
        HealthController,
        MetaController,
        LoginController,
        SessionController,
        NamesController,
        MergedController,
        StreamController,
        ImportsController,
        ExportsController,
        TermCalendarController,
        operationsController({ services, strength, clock }),
      ],
    };
  }
}
