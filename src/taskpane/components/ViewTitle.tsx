import { useEffect, useRef, type ReactNode } from 'react';
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { cameBack } from '../back';
import { fewLines } from '../fewLines';
import { narrow } from '../reflow';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    [narrow]: { flexWrap: 'wrap' },
  },
  title: { ...typographyStyles.subtitle1, outlineStyle: 'none', margin: 0, minWidth: 0, ...fewLines(4) },
});

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  /** Views that were opened from inside another one take the focus to their title; so does one that somebody comes back to. */
  readonly takesFocus?: boolean;
}

/** Heading of a view, with its main action beside it. */
export function ViewTitle({ title, children, takesFocus }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isLost = cameBack() && document.activeElement === document.body;
    if (takesFocus || isLost) heading.current?.focus();
  }, [takesFocus]);
  return (
    <div className={styles.line}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {children}
    </div>
  );
}
