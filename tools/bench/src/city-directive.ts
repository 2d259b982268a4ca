import { inParallel } from '@zhitong/eventing/lanes.ts';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { Person } from '@zhitong/tour/api.ts';
import type { Persona } from '../../seed/src/index.ts';

/** What a directive of the city to everybody came to; read back at the gateway. */
export interface DirectiveToAll {
  readonly addressees: number;
  /** From the receipt of the issuer to the last inbox. */
  readonly deliveredSeconds: number;
  readonly acknowledged: number;
  /** From the first to the last acknowledgement; each secretary logs in for it. */
  readonly acknowledgedSeconds: number;
  /** Slowest answer to an acknowledgement. */
  readonly slowestMs: number;
  /** From the last acknowledgement until the issuer's page counts it. */
  readonly behindSeconds: number;
}

interface Progress {
  readonly levels: readonly { readonly addressees: number; readonly delivered: number; readonly acknowledgedOnTime: number }[];
}
type Counter = keyof Progress['levels'][number];

const atOnce = 32;
const patienceMs = 600_000;
const seconds = (from: number) => (performance.now() - from) / 1000;

/** The city issues to all organizations; as many secretaries of branches as ten minutes allow acknowledge. */
export async function directiveToAll(url: string, personas: readonly Persona[]): Promise<DirectiveToAll> {
  const run = crypto.randomUUID();
  const personOf = async (login: string) => new Person(url, await obtainToken(url, login), login);
  const city = await personOf('city');
  const issuerId = personas.find(({ login }) => login === 'city')?.organizationId ?? '';
  const draft = { issuerId, kind: 'notice', title: '关于报送情况的通知', text: '请签收。', scope: { clauses: [{ subtreeOf: issuerId, view: 'line' }] } };
  const { id } = await city.command('/directives', draft, `${run}/draft`);
  const progress = `/directives/${id}/progress?organizationId=${issuerId}`;
  const sum = ({ levels }: Progress, counter: Counter) => levels.reduce((all, level) => all + level[counter], 0);

  await city.command(`/directives/${id}/issue`, {}, `${run}/issue`);
  const issued = performance.now();
  const arrived = await city.until<Progress>(progress, (now) => sum(now, 'addressees') > 0 && sum(now, 'delivered') === sum(now, 'addressees'));
  const deliveredSeconds = seconds(issued);

  const began = performance.now();
  let [acknowledged, slowestMs] = [0, 0];
  await inParallel(
    personas.filter(({ group }) => group === 'branch'),
    atOnce,
    async ({ login, organizationId }) => {
      if (performance.now() - began > patienceMs) return;
      const secretary = await personOf(login);
      const asked = performance.now();
      await secretary.command(`/directives/${id}/acknowledge`, { organizationId }, `${run}/${organizationId}`);
      slowestMs = Math.max(slowestMs, performance.now() - asked);
      acknowledged += 1;
    },
  );
  const [acknowledgedSeconds, last] = [seconds(began), performance.now()];
  await city.until<Progress>(progress, (now) => sum(now, 'acknowledgedOnTime') === acknowledged);
  return { addressees: sum(arrived, 'addressees'), deliveredSeconds, acknowledged, acknowledgedSeconds, slowestMs, behindSeconds: seconds(last) };
}
