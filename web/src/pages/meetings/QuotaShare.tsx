import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useAddress } from '../../shell/scope.ts';
import { number } from '../../ui/formats.ts';
import { Tag } from '../../ui/StateTag.tsx';

/** Closed quotas that were met of those that were owed, and those that the present periods still ask for. */
export interface Share {
  readonly met: number;
  readonly owed: number;
  readonly due?: number | null;
}
export const nothing: Share = { met: 0, owed: 0 };
export const counts = ({ owed, due }: Share): boolean => owed > 0 || (due ?? 0) > 0;

interface Props {
  readonly organizationId: string;
  readonly kind: Output<'meetingQuotas'>['kinds'][number]['kind'];
  readonly share: Share;
}

/** Met of owed, missed and due; each leads to the quotas it counts, or to the board where they stand. */
export function QuotaShare({ organizationId, kind, share }: Props) {
  const { t } = useTranslation();
  const address = useAddress();
  const { met, owed, due } = share;
  if (!counts(share)) return <span className="quiet">—</span>;
  const list = (state?: 'met') => address('/quota', { scope: organizationId, 'f.kind': kind, 'f.state': state });
  return (
    <ul>
      {owed === 0 ? null : (
        <li>
          <Link to={list('met')}>{`${number(met)} / ${number(owed)}`}</Link>
        </li>
      )}
      {owed === met ? null : (
        <li>
          <Link to={list()}>
            <Tag tone="danger" icon="warning">
              {t('meetings.missedOf', { number: number(owed - met) })}
            </Tag>
          </Link>
        </li>
      )}
      {(due ?? 0) === 0 ? null : (
        <li>
          <Link to={address('/quota', { scope: organizationId })}>
            <Tag tone="info" icon="clock">
              {t('meetings.dueOf', { number: number(due) })}
            </Tag>
          </Link>
        </li>
      )}
    </ul>
  );
}
