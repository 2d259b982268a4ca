import { Component } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Page } from './Page.tsx';

/** What fails, or whose scripts do not come, leaves the frame around it standing; a page says so. */
export function PageBoundary({ children, otherwise = <Failed /> }: { children: React.ReactNode; otherwise?: React.ReactNode }) {
  return (
    <Boundary place={useLocation().pathname} otherwise={otherwise}>
      {children}
    </Boundary>
  );
}

interface Props {
  readonly place: string;
  readonly otherwise: React.ReactNode;
  readonly children: React.ReactNode;
}

class Boundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidUpdate({ place }: Props): void {
    if (this.state.failed && place !== this.props.place) this.setState({ failed: false });
  }
  override render() {
    return this.state.failed ? this.props.otherwise : this.props.children;
  }
}

function Failed() {
  const { t } = useTranslation();
  return (
    <Page title={t('ui.pageFailed')}>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('ui.reload')}
      </button>
    </Page>
  );
}
