import { expect } from '@jest/globals';
import type { CommandOperation, QueryOperation, Receipt } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { grantsProjection } from '@zhitong/platform';
import { planLogins } from '@zhitong/seed';
import { eventually } from '@zhitong/testing';
import type { z } from 'zod';
import { TestCity, testOrganizations, type CallOptions, type TestCaller, type TestCityOptions } from '../../all/test-city.ts';

export type { TestCaller } from '../../all/test-city.ts';

/** A filled city whose questions see all commands before them, and what the clock does when it is waited for. */
export class Town extends TestCity {
  /** Newest receipt by stream. */
  readonly #receipts = new Map<string, Receipt>();

  /** A command, its input checked by the types of the catalogue. */
  async act<Input extends z.ZodObject>(caller: TestCaller, operation: CommandOperation<Input>, input: z.input<Input>, options?: CallOptions): Promise<Receipt> {
    const receipt = await caller.command(operation.name, input, options);
    this.#receipts.delete(receipt.stream);
    this.#receipts.set(receipt.stream, receipt);
    return receipt;
  }

  /** A question, its answer read by the schema the catalogue promises. */
  async ask<Input extends z.ZodObject, Output extends z.ZodType>(
    caller: TestCaller,
    operation: QueryOperation<Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>> {
    const after = [...this.#receipts.values()].slice(-60);
    return operation.output.parse(await caller.query(operation.name, input, { after }));
  }

  override async settle(): Promise<void> {
    await eventually(() =>
      (['organizations', 'members'] as const).every((context) => {
        const { consumer } = this.service(context).runtime;
        return consumer.caughtUp() && consumer.lag() === 0;
      }),
    );
  }

  /** Types of what a stream recorded. */
  async recorded(stream: string): Promise<readonly { readonly type: string; readonly data: object }[]> {
    return this.service('organizations').runtime.adapters.store.load(stream, 1);
  }
}

export async function startTown(at = '2026-03-02T01:00:00.000Z', options: TestCityOptions = {}): Promise<Town> {
  const town = new Town(at, options);
  await town.start();
  await town.fill();
  const rights = town.service('organizations').runtime.env.rows(grantsProjection);
  await eventually(async () => {
    for (const { login } of planLogins(testOrganizations(), [])) {
      const caller = town.as(login);
      const own = expect.objectContaining({ organizationId: caller.organizationId });
      expect((await rights.get(caller.personId))?.grants).toContainEqual(own);
      expect(await caller.grants()).toContainEqual(own);
    }
  }, 30_000);
  return town;
}

/** The code a call was refused with. @throws {Error} when it was not refused. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
  throw new Error('It was not refused');
}
