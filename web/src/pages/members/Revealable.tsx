import type { RevealableField } from '@zhitong/catalogue/codes-members.ts';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shell/session.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useWord } from '../../ui/StateTag.tsx';
import type { Clear } from './ReasonDialog.tsx';

const ReasonDialog = lazy(() => import('./ReasonDialog.tsx'));

interface Props {
  readonly personId: string;
  readonly field: RevealableField;
  readonly masked: string | undefined;
}

/** Masked until a reason is given; then clear for as long as the server says, and kept nowhere else than in this cell. */
export function Revealable({ personId, field, masked }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const { can } = useSession();
  const [asking, setAsking] = useState(false);
  const [clear, setClear] = useState<Clear | null>(null);
  useEffect(() => {
    if (clear === null) return undefined;
    const timer = setTimeout(() => setClear(null), clear.until - Date.now());
    return () => clearTimeout(timer);
  }, [clear]);
  if (masked === undefined) return <>—</>;
  return (
    <span className="row">
      <span>{clear?.value ?? masked}</span>
      {clear === null && can('member.reveal') ? (
        <Button
          size="small"
          type="text"
          icon={<Icon name="eye" size={14} />}
          aria-label={`${t('members.reveal.open')} ${word('revealableField', field)}`}
          onClick={() => setAsking(true)}
        />
      ) : null}
      {clear === null ? null : (
        <span className="quiet" role="status">
          {t('members.reveal.remaining', { count: clear.remaining })}
        </span>
      )}
      {asking ? (
        <Suspense>
          <ReasonDialog personId={personId} field={field} onClose={() => setAsking(false)} onClear={setClear} />
        </Suspense>
      ) : null}
    </span>
  );
}
