import { Fragment, type ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { usePane } from '../context';

/** Cells of a workbook cannot hold this character, so no value of a text can be taken for a mark. */
const mark = '\u0000';

/** Browsers break lines around a button, even before a full stop; around what must not wrap they keep the rules of text. */
const useStyles = makeStyles({ whole: { whiteSpace: 'nowrap', '& > *': { whiteSpace: 'normal' } } });

interface Props {
  /** Key of the text. */
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** What stands in the text instead of `{{name}}`: figures that open their rows. */
  readonly figures: Readonly<Record<string, ReactNode>>;
}

/** A text with figures in it, in the order of its language. */
export function Sentence({ text, values, figures }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const marks = Object.fromEntries(Object.keys(figures).map((name) => [name, `${mark}${name}${mark}`]));
  return t(text, { ...values, ...marks })
    .split(mark)
    .map((part, at) =>
      at % 2 ? (
        <span key={at} className={styles.whole}>
          {figures[part]}
        </span>
      ) : (
        <Fragment key={at}>{part}</Fragment>
      ),
    );
}
