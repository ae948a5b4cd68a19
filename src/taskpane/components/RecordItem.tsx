import type { ReactNode } from 'react';
import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import { fewLines } from '../fewLines';
import { joined } from '../inText';
import { GoToButton } from './GoToButton';
import { useItemStyles } from './useItemStyles';

const useStyles = makeStyles({
  title: { minWidth: 0, ...fewLines(3) },
  aside: { display: 'flex', alignItems: 'center', flexShrink: 0 },
  details: { color: tokens.colorNeutralForeground2, ...fewLines(3) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginBlockStart: tokens.spacingVerticalXXS,
  },
});

interface Props {
  readonly title: string;
  readonly badge?: ReactNode;
  /** Facts on one line; empty ones are left out. */
  readonly details?: readonly (string | null)[];
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Shows the record in the sheet; absent for records without an id. */
  readonly onGoTo?: () => void;
}

/** A record in a list: what it is, what there is to know, what can be done. */
export function RecordItem({ title, badge, details = [], children, actions, onGoTo }: Props) {
  const { item, line } = useItemStyles();
  const styles = useStyles();
  const facts = joined(details);
  const goTo = onGoTo && <GoToButton name={title} onClick={onGoTo} />;
  return (
    <div className={item}>
      <div className={line}>
        <Text weight="semibold" className={styles.title}>
          {title}
        </Text>
        <span className={styles.aside}>
          {badge}
          {!actions && goTo}
        </span>
      </div>
      {facts && <Caption1 className={styles.details}>{facts}</Caption1>}
      {children}
      {actions && (
        <div className={styles.actions}>
          {actions}
          {goTo}
        </div>
      )}
    </div>
  );
}
