import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Tag, type Tone } from '../../ui/StateTag.tsx';
import { useSentence } from '../../ui/words.ts';
import { QuotaShare } from './QuotaShare.tsx';

type Quotas = Output<'meetingQuotas'>;
type Cell = Quotas['cells'][number];

const looks: Readonly<Record<Cell['state'], readonly [Tone, IconName]>> = {
  met: ['ok', 'check'],
  missed: ['danger', 'warning'],
  planned: ['info', 'clock'],
  open: ['neutral', 'clock'],
  notOwed: ['neutral', 'minus'],
};
const lineOf = ({ kind, groupId }: Cell): string => `${kind}|${groupId ?? ''}`;
const months = Array.from({ length: 12 }, (_, month) => new Date(2000, month));

/** The year of one branch: a line per kind and group, months across; a quarter takes three of them and a year all. */
export function QuotaMonths({ of: { cells, kinds, year }, organizationId }: { readonly of: Quotas; readonly organizationId: string }) {
  const { t, i18n } = useTranslation();
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'short' });
  const lines = [...new Set(cells.map(lineOf))].map((key) => [key, cells.filter((cell) => lineOf(cell) === key)] as const);
  return (
    <Panel title={t('meetings.months', { year })}>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('meetings.months', { year })}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('meetings.kind')}</th>
              {months.map((first) => (
                <th key={first.getMonth()} scope="col">
                  {month.format(first)}
                </th>
              ))}
              <th scope="col" className="end">
                {t('meetings.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([key, periods]) => (
              <Line key={key} periods={periods}>
                {kinds
                  .filter(({ kind }) => kind === periods[0]?.kind && periods[0].groupId === null)
                  .map(({ kind, ...share }) => (
                    <QuotaShare key={kind} organizationId={organizationId} kind={kind} share={share} />
                  ))}
              </Line>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Line({ periods, children }: { readonly periods: readonly Cell[]; readonly children: React.ReactNode }) {
  const sentence = useSentence();
  const [first] = periods;
  if (first === undefined) return null;
  const kind = sentence('meetings.kinds', first.kind);
  return (
    <tr>
      <th scope="row">{first.groupName === null ? kind : `${kind} · ${first.groupName}`}</th>
      {periods.map(({ period, state }) => (
        <td key={period} colSpan={months.length / periods.length}>
          <Tag tone={looks[state][0]} icon={looks[state][1]}>
            {sentence('meetings.cells', state)}
          </Tag>
        </td>
      ))}
      <td className="end">{children}</td>
    </tr>
  );
}
