import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { PlainList } from '../components/PlainList';
import { SectionTitle } from '../components/SectionTitle';

const useStyles = makeStyles({ part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS } });

interface Props {
  readonly title: string;
  /** `<li>`s with a Line each. */
  readonly children: ReactNode;
}

/** A part of the customer's page: a heading with a short list. */
export const Part = ({ title, children }: Props) => (
  <section className={useStyles().part}>
    <SectionTitle>{title}</SectionTitle>
    <PlainList>{children}</PlainList>
  </section>
);
