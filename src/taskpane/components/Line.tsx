import type { ReactElement, ReactNode } from 'react';
import { Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { fewLines } from '../fewLines';
import { joined } from '../inText';
import { narrow } from '../reflow';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { flexWrap: 'wrap' },
  },
  icon: { flexShrink: 0, display: 'flex', color: tokens.colorNeutralForeground2, marginBlockStart: '2px' },
  text: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: '72px', overflowWrap: 'anywhere' },
  tools: { display: 'flex', flexShrink: 0, '@media print': { display: 'none' } },
  title: fewLines(3),
  facts: { color: tokens.colorNeutralForeground2, ...fewLines(3) },
});

interface Props {
  readonly icon?: ReactElement;
  readonly children: ReactNode;
  readonly tools?: ReactNode;
}

/** One thing in a list: an icon, what it says, what can be done with it. */
export function Line({ icon, children, tools }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <div className={styles.text}>{children}</div>
      <span className={styles.tools}>{tools}</span>
    </div>
  );
}

interface TextProps {
  readonly title: string;
  /** Stand on one line; empty ones are left out. */
  readonly facts: readonly (string | null)[];
}

/** What a line says of a record. */
export function LineText({ title, facts }: TextProps) {
  const styles = useStyles();
  return (
    <>
      <Body1Strong className={styles.title}>{title}</Body1Strong>
      <Caption1 className={styles.facts}>{joined(facts)}</Caption1>
    </>
  );
}
