import { Component, type ReactNode } from 'react';
import { usePane } from '../context';
import { useWhenOnline } from '../hooks/useOnline';
import { loadAgain } from '../later';
import { isNotLoaded } from '../script';
import { Failure } from './Failure';
import { Page } from './Page';
import { ViewTitle } from './ViewTitle';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

/** A view that breaks takes only itself down: the tabs stay, and so does a way to try again. */
export class Boundary extends Component<Props, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError = (error: unknown): State => ({ error, failed: true });

  private readonly retry = () => {
    loadAgain();
    this.setState({ error: null, failed: false });
  };

  override render() {
    return this.state.failed ? <Broken error={this.state.error} onRetry={this.retry} /> : this.props.children;
  }
}

interface BrokenProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** A view that only waits for the network comes back with it. */
function Broken({ error, onRetry }: BrokenProps) {
  const { t } = usePane();
  useWhenOnline(() => {
    if (isNotLoaded(error)) onRetry();
  });
  return (
    <Page>
      <ViewTitle title={t('states.broken')} />
      <Failure error={error} onRetry={onRetry} />
    </Page>
  );
}
