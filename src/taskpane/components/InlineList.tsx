import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly label: string;
  /** `<li>`s. */
  readonly children: ReactNode;
}

/** Small entries side by side, as many to a line as fit. */
export const InlineList = ({ label, children }: Props) => (
  <ul className={useStyles().list} aria-label={label}>
    {children}
  </ul>
);
