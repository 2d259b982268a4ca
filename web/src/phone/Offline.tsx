import { useTranslation } from 'react-i18next';
import { clockTime } from '../ui/formats.ts';
import { Result } from './Result.tsx';
import { keptScan } from './scanned.ts';
import { useOnline } from './use-online.ts';

/** Opened without a network: what was scanned is kept, and goes out by itself. */
export function Offline({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  useOnline(onRetry);
  const scan = keptScan();
  return (
    <main className="phone-main">
      <h1 className="visually-hidden">{t('phone.offline.title')}</h1>
      <Result
        tone="warn"
        icon="clock"
        title={t(scan === null ? 'phone.offline.title' : 'phone.offline.kept')}
        about={scan === null ? '' : t('phone.offline.scannedAt', { at: clockTime(scan.at) })}
        text={t(scan === null ? 'phone.offline.text' : 'phone.offline.keptText')}
      >
        <button type="button" className="button" onClick={onRetry}>
          {t('ui.retry')}
        </button>
      </Result>
    </main>
  );
}
