import { Body1 } from '@fluentui/react-components';
import { CustomersFigure } from './CustomersFigure';

interface Props {
  readonly counts: readonly { readonly text: string; readonly rows: readonly number[] }[];
}

/** Counts in one line, `3 up · 1 waits`, each with its customers; those of nobody are left out. */
export const CustomerCounts = ({ counts }: Props) => (
  <Body1>
    {counts
      .filter(({ rows }) => rows.length)
      .map(({ text, rows }, index) => (
        <span key={text}>
          {index > 0 && ' · '}
          <CustomersFigure text={text} title={text} rows={() => rows} />
        </span>
      ))}
  </Body1>
);
