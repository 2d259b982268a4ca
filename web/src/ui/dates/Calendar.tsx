import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { DateInputProps } from './DateInput.tsx';

const formats = { date: 'YYYY-MM-DD', month: 'YYYY-MM' } as const;

/** Dates are plain texts outside: no zone takes part. */
export default function Calendar({ value = '', onChange, picker = 'date', max, allowClear = true, ...named }: DateInputProps) {
  const format = formats[picker];
  const day = value === '' ? null : dayjs(value);
  return (
    <DatePicker
      {...named}
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
