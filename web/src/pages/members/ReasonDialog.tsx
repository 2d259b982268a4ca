import { revealReasons, type RevealableField, type RevealReason } from '@zhitong/catalogue/codes-members.ts';
import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { useWord } from '../../ui/StateTag.tsx';

/** A masked text as it is shown for a while. */
export interface Clear {
  readonly value: string;
  readonly until: number;
  readonly remaining: number;
}

interface Props {
  readonly personId: string;
  readonly field: RevealableField;
  readonly onClose: () => void;
  readonly onClear: (clear: Clear) => void;
}

/** Asks why a masked text is wanted. */
export default function ReasonDialog({ personId, field, onClose, onClear }: Props) {
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
