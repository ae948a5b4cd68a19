import { Button, ProgressBar, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Progress } from '../../actions/home';
import { usePane } from '../context';
import { useDelayed } from '../hooks/useDelayed';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
  },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly label: string;
  readonly progress: Progress | null;
  readonly onCancel?: () => void;
}

const longAfter = 1000;

/**
 * A spinner at once; when it takes longer than a second, the bar, the way out, and what to do when Excel is silent: it
 * holds back its answers while a person edits a cell.
 */
export function Working({ label, progress, onCancel }: Props) {
  const { t } = usePane();
  const long = useDelayed(longAfter);
  const step = progress && t(`pane.progress.${progress.label}`);
  const known = progress && step !== `pane.progress.${progress.label}`;
  return (
    <div className={useStyles().box}>
      <div className={useStyles().line}>
        <Spinner size="tiny" label={known ? step : label} />
        {long && onCancel && (
          <Button size="small" appearance="subtle" onClick={onCancel}>
            {t('pane.cancel')}
          </Button>
        )}
      </div>
      {long && !progress && <Text size={200}>{t('states.silent')}</Text>}
      {long && progress && progress.total > 0 && (
        <>
          <ProgressBar value={progress.done} max={progress.total} aria-label={label} />
          <Text size={200}>{t('pane.doneOf', { done: progress.done, total: progress.total })}</Text>
        </>
      )}
    </div>
  );
}
