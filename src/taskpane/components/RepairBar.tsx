import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { usePane, useWorkbook } from '../context';

/** What the workbook lacks, with the way to the preview of what would be added, where anything may be. */
export function RepairBar({ text }: { readonly text: string }) {
  const { t, navigate } = usePane();
  const { locked } = useWorkbook();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      {!locked && (
        <MessageBarActions>
          <Button size="small" onClick={() => navigate('setup')}>
            {t('pane.repair.button')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
