import { Outlet } from 'react-router';
import { Dialogs } from '../ui/forms/dialogs.tsx';
import { Controls } from './Controls.tsx';
import { IdleWarning } from './IdleWarning.tsx';
import { useTextSize } from './text-size.ts';

/** Around the pages of the console that an officer opens on the phone: forms, tables and dialogs, at its sizes. */
export function Controlled() {
  const [size] = useTextSize();
  return (
    <Controls size={size} place="phone">
      <Dialogs>
        <Outlet />
      </Dialogs>
      <IdleWarning />
    </Controls>
  );
}
