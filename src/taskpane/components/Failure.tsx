import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { usePane } from '../context';
import { errorText } from '../errorText';

/** What went wrong, what to do next, and a way to try again. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = usePane();
  const { message, next, code } = errorText(error, t);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle>
        {next} {code === 'unexpected' ? null : <small>({code})</small>}
      </MessageBarBody>
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
