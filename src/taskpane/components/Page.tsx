import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
    maxWidth: '640px',
    marginInline: 'auto',
  },
});

/** The column that every view stands in. */
export const Page = ({ children }: { readonly children: ReactNode }) => (
  <div className={useStyles().page}>{children}</div>
);
