import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../context';
import { useOnline } from '../hooks/useOnline';

const useStyles = makeStyles({
  box: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0` },
});

/** While the machine is offline: what goes on working and what waits. Goes away by itself. */
export function OfflineBar() {
  const { t } = usePane();
  const styles = useStyles();
  if (useOnline()) return null;
  return (
    <div className={styles.box}>
      <MessageBar intent="warning" layout="multiline" role="status">
        <MessageBarBody>
          <MessageBarTitle>{t('states.offline.title')}</MessageBarTitle>
          {t('states.offline.text')}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
