import { Component, type ReactNode } from 'react';
import { Failure } from './Failure';
import { Page } from './Page';

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

  private readonly retry = () => this.setState({ error: null, failed: false });

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Page>
        <Failure error={this.state.error} onRetry={this.retry} />
      </Page>
    );
  }
}
