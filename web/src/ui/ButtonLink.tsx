import { Link } from 'react-router';

/** An address that looks like a button: it can be opened in another tab, a button cannot. */
export function ButtonLink({ to, primary = false, children }: { to: string; primary?: boolean; children: React.ReactNode }) {
  return (
    <Link className={primary ? 'button button-primary' : 'button'} to={to}>
      {children}
    </Link>
  );
}
