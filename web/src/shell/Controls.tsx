import { App as Antd, ConfigProvider } from 'antd';
import { useTranslation } from 'react-i18next';
import { themeOf, type Place } from '../theme.ts';
import type { TextSize } from '../tokens.ts';
import { chineseControls } from './control-words.ts';

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** Everything that is built of antd stands in here: its theme, its words, the nonce of its styles. */
export function Controls({ size, place, children }: { size: TextSize; place: Place; children: React.ReactNode }) {
  const { i18n } = useTranslation();
  // Drawn in part, a list of options has no options for a screen reader; the longest holds some twenty.
  return (
    <ConfigProvider
      theme={themeOf(size, place)}
      {...(i18n.language === 'en-US' ? {} : { locale: chineseControls })}
      csp={{ nonce }}
      virtual={false}
      button={{ autoInsertSpace: false }}
    >
      <Antd>{children}</Antd>
    </ConfigProvider>
  );
}
