import { useId, useState, type ReactNode } from 'react';
import { Body1, Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { brief } from '../brief';
import { usePane, useWorkbook } from '../context';
import { SectionTitle } from './SectionTitle';
import { Unfolded } from './Unfolded';
import { VirtualList } from './VirtualList';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  label: { overflowWrap: 'anywhere' },
});

/** Something that would be written; a tick takes it in. */
export interface Tick {
  readonly id: string;
  readonly text: string;
}

interface Props {
  readonly title: string;
  readonly ticks: readonly Tick[];
  readonly isBusy: boolean;
  /** Text of the button, by how many stay ticked. */
  readonly applyText: (count: number) => string;
  readonly onApply: (rejected: ReadonlySet<string>) => void;
  readonly onClose: () => void;
  /** What there is to know before. */
  readonly children?: ReactNode;
}

/** A bulk change before it is written: everything in it can be left out. */
export function TickPreview({ title, ticks, isBusy, applyText, onApply, onClose, children }: Props) {
  const { t } = usePane();
  const { locked } = useWorkbook();
  const styles = useStyles();
  const titleId = useId();
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setUnticked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  // Read again, the workbook may lead to another proposal, without what was left out of this one.
  const rejected = new Set(ticks.flatMap(({ id }) => (unticked.has(id) ? [id] : [])));
  const count = ticks.length - rejected.size;
  return (
    <Unfolded labelledBy={titleId} onClose={onClose}>
      <SectionTitle>
        <span id={titleId}>{title}</span>
      </SectionTitle>
      {children && <Body1>{children}</Body1>}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={locked || isBusy || count === 0} onClick={() => onApply(rejected)}>
          {applyText(count)}
        </Button>
        <Button disabled={isBusy} onClick={onClose}>
          {t('pane.close')}
        </Button>
      </div>
      <VirtualList items={ticks} keyOf={({ id }) => id} itemHeight={32} label={title}>
        {({ id, text }) => (
          <Checkbox
            className={styles.label}
            label={brief(text)}
            checked={!rejected.has(id)}
            onChange={() => toggle(id)}
          />
        )}
      </VirtualList>
    </Unfolded>
  );
}
