import { shanghaiDate } from '@zhitong/kernel';
import { Person, Problem, type Receipt } from '@zhitong/tour/api.ts';
import { z } from 'zod';
import { plantedPerson, plantedText, type Planted } from './planted.ts';

const place = '440308001002';
const session = z.object({ personId: z.string(), grants: z.array(z.looseObject({ organizationId: z.string() })).min(1) });
const exported = z.object({ record: z.looseObject({ citizenNumber: z.string(), phone: z.string() }) });

/** The public door of a city that runs, on either runtime. */
export interface Door {
  readonly url: string;
  tokenOf(login: string): Promise<string>;
}

/** People whose data went through everything that handles such data, and all that was written about them. */
export class Journeys {
  /** Registered, looked at, left. */
  readonly admitted = plantedPerson();
  /** Left with a letter, whose stub holds the data. */
  readonly lettered = plantedPerson();
  /** Came with a letter of elsewhere. */
  readonly arriving = plantedPerson();
  readonly corrected = plantedPerson();
  readonly texts = {
    objection: plantedText('异议'),
    answer: plantedText('答复'),
    destination: plantedText('去向'),
    receipt: plantedText('回执'),
    origin: plantedText('来处'),
    request: plantedText('事由'),
    report: plantedText('报告'),
  };
  readonly ids = { admitted: '', lettered: '', member: '' };
  readonly #own: Record<string, string> = {};
  readonly #persons = new Map<string, Promise<Person>>();
  readonly #today = shanghaiDate(new Date().toISOString());

  constructor(private door: Door) {}

  /** After a restart of the city. */
  moved(door: Door): void {
    this.door = door;
    this.#persons.clear();
  }

  as(login: string): Promise<Person> {
    const known = this.#persons.get(login) ?? this.door.tokenOf(login).then((token) => new Person(this.door.url, token, login));
    this.#persons.set(login, known);
    return known;
  }

  /** Everything planted, by what it is; a body of one guessable field also as the hash of it would be made. */
  canaries(): Readonly<Record<string, string>> {
    const of = (who: string, { birthDate: _often, ...fields }: Planted) => Object.entries(fields).map(([field, text]) => [`${field} of ${who}`, text] as const);
    const people = Object.entries({ admitted: this.admitted, lettered: this.lettered, arriving: this.arriving });
    const { phone, address } = this.corrected;
    const correction = { phone, address, body: JSON.stringify({ address, phone }), 'body with phone': JSON.stringify({ phone }) };
    return { ...Object.fromEntries(people.flatMap(([who, planted]) => of(who, planted))), ...correction, ...this.texts, ...this.#own };
  }

  async run(): Promise<void> {
    const { committee, branchId } = await this.#branch();
    await this.#admission(branchId);
    await this.#ownRecord();
    await this.#letters(branchId, committee.organizationId);
    await this.#words(branchId, committee.organizationId);
    await this.#ends();
  }

  async #branch() {
    return { committee: { organizationId: await this.organizationOf(`community-${place}`) }, branchId: await this.branchId() };
  }

  branchId(): Promise<string> {
    return this.organizationOf(`branch-${place}`);
  }

  async organizationOf(login: string): Promise<string> {
    const { grants } = session.parse(await (await this.as(login)).until('/session', (answer) => session.safeParse(answer).success));
    return grants[0]?.organizationId ?? '';
  }

  register(planted: Planted, branchId: string, key: string): Promise<Receipt> {
    const membership = { source: 'admission', branchId, kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
    return this.as(`community-${place}`).then((committee) => committee.command('/members', { ...planted, ...membership }, key));
  }

  async #admission(branchId: string): Promise<void> {
    this.ids.admitted = (await this.register(this.admitted, branchId, 'canary/admitted')).id;
    const city = await this.as('city');
    const text = encodeURIComponent(this.admitted.citizenNumber);
    await city.until<{ items: readonly unknown[] }>(`/member-search?text=${text}`, ({ items }) => items.length === 1);
    for (const field of ['phone', 'citizenNumber', 'address', 'birthDate'] as const) {
      const { value } = await city.query<{ value: string }>(`/members/${this.ids.admitted}/reveal?field=${field}&reason=verifyIdentity`);
      if (value !== this.admitted[field]) throw new Error(`${field} is not what was registered`);
    }
    await city.query(`/member-search?text=${encodeURIComponent(this.admitted.name)}`);
    await city.query(`/members?name=${encodeURIComponent(this.admitted.name.slice(0, 2))}`);
  }

  async #ownRecord(): Promise<void> {
    const [member, city] = [await this.as('member'), await this.as('city')];
    this.ids.member = session.parse(await member.until('/session', (answer) => session.safeParse(answer).success)).personId;
    const before = exported.parse(await member.query('/me/record/export')).record;
    Object.assign(this.#own, { 'own citizen number': before.citizenNumber, 'own phone': before.phone });
    const { phone, address } = this.corrected;
    await member.command('/me/record/correct-contact', { phone }, 'canary/phone');
    await member.command('/me/record/correct-contact', { phone, address }, 'canary/contact');
    const { id } = await member.command('/me/objections', { field: 'birthDate', text: this.texts.objection }, 'canary/objection');
    const answer = { outcome: 'corrected', reason: this.texts.answer };
    await city.command(`/members/${this.ids.member}/objections/${id}/answer`, answer, 'canary/answer');
    await member.command('/me/transfers', { kind: 'outOfCity', destination: this.texts.destination }, 'canary/own-transfer');
    await member.until<{ record: { phone: string } }>('/me/record/export', ({ record }) => record.phone === phone);
  }

  async #letters(branchId: string, committeeId: string): Promise<void> {
    const [secretary, committee, city] = [await this.as(`branch-${place}`), await this.as(`community-${place}`), await this.as('city')];
    this.ids.lettered = (await this.register(this.lettered, branchId, 'canary/lettered')).id;
    await secretary.until<{ items: readonly { personId: string }[] }>(`/members?branchId=${branchId}&limit=200`, ({ items }) =>
      items.some(({ personId }) => personId === this.ids.lettered),
    );
    const leaving = { personId: this.ids.lettered, kind: 'outOfProvince', destination: this.texts.destination, duesPaidTo: this.#today.slice(0, 7) };
    const { id } = await secretary.command('/transfers', leaving, 'canary/transfer');
    await committee.command(`/transfers/${id}/approve`, {}, 'canary/approve');
    await city.command(`/transfers/${id}/issue-letter`, {}, 'canary/letter');
    const receipt = { receiptNumber: 'HZ-2026-0001', recordNumber: 'BA-2026-0001', acceptedOn: this.#today, reason: this.texts.receipt };
    await city.command(`/transfers/${id}/link-external-receipt`, receipt, 'canary/receipt');
    const paper = { letterNumber: 'WS-2026-0001', letterIssuedOn: this.#today, letterValidUntil: '2099-12-31', origin: this.texts.origin };
    const arriving = { ...this.arriving, toCommitteeId: committeeId, kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01', ...paper };
    await committee.command('/incoming-transfers', arriving, 'canary/incoming');
  }

  async #words(branchId: string, committeeId: string): Promise<void> {
    const [secretary, committee] = [await this.as(`branch-${place}`), await this.as(`community-${place}`)];
    const text = `${this.texts.request}，${this.admitted.name}，${this.admitted.phone}`;
    await secretary.command('/requests', { organizationId: branchId, topicCode: 'livelihoodNeed', text }, 'canary/request');
    const scope = { clauses: [{ organizationIds: [branchId] }] };
    const draft = { issuerId: committeeId, kind: 'task', title: this.admitted.name, text, scope, reportDueOn: '2099-12-31' };
    const { id } = await committee.command('/directives', draft, 'canary/draft');
    await committee.command(`/directives/${id}/issue`, {}, 'canary/issue');
    await secretary.until<{ items: readonly unknown[] }>(`/organizations/${branchId}/inbox`, ({ items }) => JSON.stringify(items).includes(id));
    await secretary.command(`/directives/${id}/acknowledge`, { organizationId: branchId }, 'canary/acknowledge');
    await secretary.command(`/directives/${id}/report`, { organizationId: branchId, report: `${this.texts.report} ${this.admitted.address}` }, 'canary/report');
  }

  async #ends(): Promise<void> {
    const city = await this.as('city');
    for (const who of ['admitted', 'member'] as const) {
      await city.command(`/members/${this.ids[who]}/end`, { kind: 'left', decidedOn: this.#today }, `canary/end/${who}`);
      await city.command(`/members/${this.ids[who]}/propose-erasure`, {}, `canary/propose/${who}`);
    }
  }

  /** The second person. */
  async erase(who: 'admitted' | 'member'): Promise<void> {
    await (await this.as('district-440308')).command(`/members/${this.ids[who]}/erase`, {}, `canary/erase/${who}`);
  }

  /** The code a question or command of somebody is refused with. */
  async refusal(login: string, ask: (person: Person) => Promise<unknown>): Promise<string> {
    const person = await this.as(login);
    return ask(person).then(
      () => 'none',
      (error: unknown) => (error instanceof Problem ? `${String(error.status)} ${error.code}` : String(error)),
    );
  }
}
