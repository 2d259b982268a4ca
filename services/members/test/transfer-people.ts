import type { Receipt } from '@zhitong/catalogue';
import { z } from 'zod';
import type { TestCity } from '../../all/test-city.ts';
import { registerFull, type Registered } from './people.ts';

export const sender = { branch: 'branch-440308001002', committee: 'community-440308001002' } as const;
export const receiver = { branch: 'branch-440303001001', other: 'branch-440303001001-2', committee: 'community-440303001001' } as const;
export const branches = [sender.branch, receiver.branch, receiver.other] as const;

const detail = z.looseObject({
  step: z.string(),
  handsId: z.string().optional(),
  dueOn: z.string().optional(),
  steps: z.array(z.looseObject({ type: z.string(), on: z.string() })),
});

/** One member on the way from a branch in Yantian to a branch in Luohu, step by step. */
export class Journey {
  #last: Receipt;

  private constructor(
    private readonly city: TestCity,
    readonly personId: string,
    readonly transferId: string,
    receipt: Receipt,
  ) {
    this.#last = receipt;
  }

  static async request(city: TestCity, who?: Registered): Promise<Journey> {
    const { personId } = who ?? (await registerFull(city, sender.branch));
    const input = { personId, kind: 'withinCity', toCommitteeId: city.org(receiver.committee), duesPaidTo: city.clock.now().slice(0, 7) };
    const receipt = await city.as(sender.branch).command('requestTransfer', input);
    return new Journey(city, personId, receipt.id, receipt);
  }

  get last(): Receipt {
    return this.#last;
  }

  /** @throws {Rejected} */
  async act(login: string, operation: string, input: object = {}): Promise<Receipt> {
    this.#last = await this.city.as(login).command(operation, { transferId: this.transferId, ...input });
    return this.#last;
  }

  readonly approve = () => this.act(sender.committee, 'approveTransfer');
  readonly accept = () => this.act(receiver.committee, 'acceptTransfer');
  readonly assign = (branch: string = receiver.branch) => this.act(receiver.committee, 'assignTransferBranch', { branchId: this.city.org(branch) });
  readonly arrive = (branch: string = receiver.branch) => this.act(branch, 'confirmArrival');

  /** How the sending committee, or whoever is named, sees it. */
  async seen(by: string = sender.committee) {
    return detail.parse(await this.city.as(by).query('getTransfer', { transferId: this.transferId }, { after: [this.#last] }));
  }
}
