import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useAddress } from '../../shell/scope.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useSentence } from '../../ui/words.ts';
import { counts, nothing, QuotaShare, type Share } from './QuotaShare.tsx';

type Quotas = Output<'meetingQuotas'>;
type Kind = Quotas['kinds'][number]['kind'];
type Line = Quotas['below'][number];

const sumOf = ({ kinds, below }: Quotas, kind: Kind): Share => {
  const due = below.reduce((sum, line) => sum + (line.kinds.find((share) => share.kind === kind)?.due ?? 0), 0);
  return { ...(kinds.find((share) => share.kind === kind) ?? nothing), due };
};

/** What is directly below, kind by kind; an organization leads to its own board, a number to the quotas it counts. */
export function QuotaMatrix({ of, scopeId }: { readonly of: Quotas; readonly scopeId: string }) {
  const { t } = useTranslation();
  const address = useAddress();
  const sentence = useSentence();
  const sums = of.kinds.map(({ kind }) => [kind, sumOf(of, kind)] as const).filter(([, sum]) => counts(sum));
  if (of.below.length === 0 || sums.length === 0) return null;
  const rowOf = ({ organizationId, name, kinds }: Line) => {
    const shares = new Map<Kind, Share>(kinds.map((share) => [share.kind, share]));
    return {
      key: organizationId,
      name: <Link to={address('/quota', { scope: organizationId })}>{name}</Link>,
      figures: sums.map(([kind]) => <QuotaShare key={kind} organizationId={organizationId} kind={kind} share={shares.get(kind) ?? nothing} />),
    };
  };
  const figures = sums.map(([kind, sum]) => <QuotaShare key={kind} organizationId={scopeId} kind={kind} share={sum} />);
  return (
    <Panel title={t('meetings.matrix')}>
      <FigureTable
        label={t('meetings.matrix')}
        head={[t('meetings.organization'), ...sums.map(([kind]) => sentence('meetings.kinds', kind))]}
        rows={of.below.map(rowOf)}
        total={{ key: 'total', name: t('meetings.total'), figures }}
      />
    </Panel>
  );
}
