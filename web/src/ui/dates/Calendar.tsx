import { DatePicker } from 'antd';
import english from 'antd/es/date-picker/locale/en_US';
import chinese from 'antd/es/date-picker/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import type { DateInputProps } from './DateInput.tsx';

const formats = { date: 'YYYY-MM-DD', month: 'YYYY-MM' } as const;

/** Dates are plain texts outside: no zone takes part. */
export default function Calendar({ value = '', onChange, picker = 'date', max, allowClear = true, ...named }: DateInputProps) {
  const { i18n } = useTranslation();
  const format = formats[picker];
  const day = value === '' ? null : dayjs(value);
  return (
    <DatePicker
      {...named}
      locale={i18n.language === 'en-US' ? english : chinese}
      className="date-input"
      value={day?.isValid() ? day : null}
      onChange={(chosen) => onChange?.(chosen?.format(format) ?? '')}
      picker={picker}
      format={format}
      placeholder={format}
      allowClear={allowClear}
      showNow={false}
      {...(max === undefined ? {} : { disabledDate: (one) => one.format(format) > max })}
    />
  );
}
