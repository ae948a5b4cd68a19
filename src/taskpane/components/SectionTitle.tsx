import type { ReactNode } from 'react';
import { makeStyles, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ title: { ...typographyStyles.subtitle2, margin: 0 } });

/** Heading of a part of a view. */
export const SectionTitle = ({ children }: { readonly children: ReactNode }) => (
  <h2 className={useStyles().title}>{children}</h2>
);
