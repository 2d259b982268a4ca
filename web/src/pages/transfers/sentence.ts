import { closedTransferSteps, type TransferStep } from '@zhitong/catalogue/codes-members.ts';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../ui/StateTag.tsx';

interface Clocked {
  readonly step: TransferStep;
  readonly handsId?: string | undefined;
  readonly day: number;
  readonly limitDays?: number | undefined;
  readonly overdue: boolean;
}

export const isClosed = (step: TransferStep): boolean => closedTransferSteps.some((closed) => closed === step);

/** Whose hands it is in, on which day of how many: the same words wherever a transfer is shown. */
export function useTransferSentence(): (transfer: Clocked, handsName: string) => string {
  const { t } = useTranslation();
  const word = useWord();
  return ({ step, handsId, day, limitDays, overdue }, name) => {
    if (handsId === undefined || isClosed(step)) return t('transfers.closed', { step: word('transferStep', step) });
    if (limitDays === undefined) return t('transfers.sentenceNoLimit', { name, day });
    return t(overdue ? 'transfers.sentenceOver' : 'transfers.sentence', { name, day, limit: limitDays });
  };
}
