import { lazy, Suspense } from 'react';

export interface DateInputProps {
  readonly id?: string;
  readonly 'aria-label'?: string;
  /** A day or a month as the interface writes it, `2026-11-23` or `2026-11`; empty for none. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly picker?: 'date' | 'month';
  /** Last day that can be chosen. */
  readonly max?: string;
  readonly allowClear?: boolean;
}

const Calendar = lazy(() => import('./Calendar.tsx'));

/** The one control for days and months: written the same in every language and browser. The calendar comes with the first page that asks for a date. */
export function DateInput(props: DateInputProps) {
  return (
    <Suspense fallback={<span className="date-input-wait" />}>
      <Calendar {...props} />
    </Suspense>
  );
}
