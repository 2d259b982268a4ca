import { operations, receiptSchema, type Context, type Receipt } from '@zhitong/catalogue';
import type { Clock } from '@zhitong/eventing';
import { bodyHash, commandIdOf, type RunningService } from '@zhitong/platform';
import { seedCity, type Persona, type PlannedOrganization, type Profile } from '@zhitong/seed';
import { caughtUp } from './caught-up.ts';

export interface SeedInProcessOptions {
  readonly services: ReadonlyMap<Context, RunningService>;
  readonly profile: Profile;
  readonly seed: number;
  readonly baseDate: string;
  readonly clock: Clock;
  readonly organizations?: readonly PlannedOrganization[];
  readonly terms?: boolean;
  readonly units?: boolean;
  readonly meetings?: boolean;
  readonly life?: boolean;
  readonly progress: (step: string, done: number, of: number) => void;
}

/** Fills the city through the use cases of its services, without the detour over the wire. */
export function seedInProcess({ services, seed, clock, ...plan }: SeedInProcessOptions): Promise<readonly Persona[]> {
  const contextOf = new Map(operations.map(({ name, context }) => [name, context]));
  const send = async (operation: string, input: object, key: string): Promise<Receipt> => {
    const context = contextOf.get(operation);
    const service = context && services.get(context);
    if (!service) throw new Error(`${operation} is no operation of this city`);
    const { value } = await service.runtime.execute(operation, input, {
      subject: { kind: 'system', policy: 'seed' },
      now: clock.now(),
      commandId: commandIdOf('call', 'system:seed', operation, key),
      bodyHash: bodyHash(input, key),
      correlationId: commandIdOf('seed', String(seed)),
      language: 'zh',
    });
    return receiptSchema.parse(value);
  };
  return seedCity({ ...plan, seed, send, settled: () => caughtUp([...services.values()], { progress: plan.progress }) });
}
