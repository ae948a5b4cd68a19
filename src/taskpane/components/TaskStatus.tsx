import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Consent } from '../../actions/home';
import { usePane } from '../context';
import type { Task } from '../hooks/useTask';
import { Failure } from './Failure';
import { Working } from './Working';

interface Props {
  readonly task: Pick<Task<unknown>, 'state' | 'cancel'>;
  /** What is going on, while it is. */
  readonly label: string;
  readonly onRetry?: () => void;
  readonly onConsent?: (consent: Consent) => void;
}

/** The part of a task that looks the same everywhere: running, failed, cancelled. */
export function TaskStatus({ task: { state, cancel }, label, onRetry, onConsent }: Props) {
  const { t } = usePane();
  if (state.status === 'running') return <Working label={label} progress={state.progress} onCancel={cancel} />;
  if (state.status === 'failed') return <Failure error={state.error} onRetry={onRetry} onConsent={onConsent} />;
  if (state.status !== 'cancelled') return null;
  return (
    <MessageBar intent="warning" role="status">
      <MessageBarBody>{t('pane.cancelled')}</MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {t('pane.retry')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
