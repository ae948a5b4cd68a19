import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Consent } from '../../actions/home';
import { usePane } from '../context';
import { errorText } from '../errorText';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Does it after all, in a way that the person has to agree to (decision 16). */
  readonly onConsent?: (consent: Consent) => void;
}

/** What an error can be overcome with. */
const consents: Readonly<Record<string, Consent>> = {
  totalsRowShown: { hideTotals: true },
  cellsBelowTable: { insertRows: true },
};

/** What went wrong, what to do next, and a way to try again. */
export function Failure({ error, onRetry, onConsent }: Props) {
  const { t } = usePane();
  const { message, next, code } = errorText(error, t);
  const consent = consents[code];
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle>
        {next} {code === 'unexpected' ? null : <small>({code})</small>}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          {onConsent && consent && (
            <Button size="small" onClick={() => onConsent(consent)}>
              {t(`pane.consent.${code}`)}
            </Button>
          )}
          <Button size="small" onClick={onRetry}>
            {t(code === 'unsureWritten' ? 'pane.checkNow' : 'pane.retry')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
