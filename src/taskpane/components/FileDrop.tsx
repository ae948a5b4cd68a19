import { useRef, useState, type DragEvent } from 'react';
import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons';
import { usePane } from '../context';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalXL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    textAlign: 'center',
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke1}` },
  name: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly fileName: string | null;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** Chooses a file, by button or by dropping it here. */
export function FileDrop({ fileName, disabled, onFile }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !disabled) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={mergeClasses(styles.zone, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text className={styles.name}>{fileName ?? t('pane.import.drop')}</Text>
      <Button icon={<ArrowUpload20Regular />} disabledFocusable={disabled} onClick={() => input.current?.click()}>
        {t('pane.import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.xlsx"
        aria-label={t('pane.import.choose')}
        onChange={(event) => {
          take(event.target.files);
          // The same file again, corrected meanwhile, must count as a choice.
          event.target.value = '';
        }}
      />
    </div>
  );
}
