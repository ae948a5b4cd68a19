import { useRef } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { usePane } from '../context';
import { IconButton } from './IconButton';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly fileName: string | null;
  readonly disabled?: boolean;
  readonly onFile: (file: File | null) => void;
}

/** Chooses the optional map of headers and values (JSON, the same as `crm new --map`). */
export function MapChoice({ fileName, disabled, onFile }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.line}>
      <Button size="small" appearance="subtle" disabled={disabled} onClick={() => input.current?.click()}>
        {t('pane.import.chooseMap')}
      </Button>
      {fileName && (
        <>
          <Text size={200} className={styles.name}>
            {fileName}
          </Text>
          <IconButton
            size="small"
            icon={<Dismiss16Regular />}
            label={t('pane.import.removeMap')}
            disabled={disabled}
            onClick={() => onFile(null)}
          />
        </>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={t('pane.import.chooseMap')}
        onChange={(event) => {
          onFile(event.target.files?.[0] ?? null);
          event.target.value = '';
        }}
      />
    </div>
  );
}
