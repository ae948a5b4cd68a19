import type { ReactElement, ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0, display: 'flex', color: tokens.colorNeutralForeground2, marginBlockStart: '2px' },
  text: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  tools: { display: 'flex', flexShrink: 0 },
});

interface LineProps {
  readonly icon?: ReactElement;
  readonly children: ReactNode;
  readonly tools?: ReactNode;
}

/** One thing in a list: an icon, what it says, what can be done with it. */
export function Line({ icon, children, tools }: LineProps) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <span className={styles.text}>{children}</span>
      <span className={styles.tools}>{tools}</span>
    </div>
  );
}

/** A short list of lines. */
export const Lines = ({ children }: { readonly children: ReactNode }) => (
  <ul className={useStyles().list}>{children}</ul>
);
