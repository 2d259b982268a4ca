import { revealReasons, type RevealableField, type RevealReason } from '@zhitong/catalogue/codes-members.ts';
import { Button, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { useSession } from '../../shell/session.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { useWord } from '../../ui/StateTag.tsx';

interface Props {
  readonly personId: string;
  readonly field: RevealableField;
  readonly masked: string | undefined;
}
interface Clear {
  readonly value: string;
  readonly until: number;
  readonly remaining: number;
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
      {asking ? <ReasonDialog personId={personId} field={field} onClose={() => setAsking(false)} onClear={setClear} /> : null}
    </span>
  );
}

interface DialogProps extends Omit<Props, 'masked'> {
  readonly onClose: () => void;
  readonly onClear: (clear: Clear) => void;
}

function ReasonDialog({ personId, field, onClose, onClear }: DialogProps) {
  const { t } = useTranslation();
  const word = useWord();
  const [reason, setReason] = useState<RevealReason | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const show = async () => {
    if (reason === null) return;
    setBusy(true);
    try {
      const { data } = await read('revealField', { personId, field, reason });
      onClear({ value: data.value, until: Date.now() + data.clearForSeconds * 1_000, remaining: data.remainingThisHour });
      onClose();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('members.reveal.title', { field: word('revealableField', field) })}
      onCancel={onClose}
      onOk={() => void show()}
      okText={t('members.reveal.show')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: reason === null, loading: busy }}
    >
      <div className="stack">
        <p className="band band-info">
          <Icon name="info" />
          {t('members.reveal.notice')}
        </p>
        <Radio.Group
          aria-label={t('members.reveal.reason')}
          value={reason}
          onChange={({ target }) => setReason(revealReasons.parse(String(target.value)))}
          options={revealReasons.values.map((value) => ({ value, label: word('revealReason', value) }))}
        />
        {error === null ? null : <Refusal error={error} />}
      </div>
    </Dialog>
  );
}

/** Too often says how often is too often, and when it goes on. */
function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const perHour = error instanceof ApiError && error.problem.code === 'RATE_LIMITED' ? error.problem.details['perHour'] : undefined;
  if (typeof perHour !== 'number') return <ProblemPanel error={error} compact />;
  return (
    <div className="problem problem-compact" role="alert">
      <Icon name="warning" />
      <p className="problem-text">{t('members.reveal.limit', { count: perHour })}</p>
    </div>
  );
}
