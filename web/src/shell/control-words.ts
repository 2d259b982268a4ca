import type { ConfigProviderProps } from 'antd';
import chinese from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';

type Words = NonNullable<ConfigProviderProps['locale']>;

/** Words of calendars, selects and dialogs: Chinese is in the first load, English comes when it is asked for. */
export function useControlWords(language: string): Words {
  const [english, setEnglish] = useState<Words>();
  const wanted = language === 'en-US';
  useEffect(() => {
    if (wanted) void import('antd/locale/en_US').then(({ default: words }) => setEnglish(words));
  }, [wanted]);
  return wanted && english !== undefined ? english : chinese;
}
