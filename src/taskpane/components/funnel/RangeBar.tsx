import { makeStyles, tokens } from '@fluentui/react-components';
import type { Range } from '../../../crm/forecast';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: '16px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    border: '1px solid transparent',
  },
  range: {
    position: 'absolute',
    insetBlock: 0,
    minWidth: '2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground2Pressed,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxSizing: 'border-box',
  },
  mark: {
    position: 'absolute',
    insetBlock: '-2px',
    width: '3px',
    marginInlineStart: '-1px',
    backgroundColor: tokens.colorNeutralForeground1,
    // Forced colours drop backgrounds.
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    boxSizing: 'border-box',
  },
});

interface Props {
  readonly range: Range;
  /** The weighted sum. */
  readonly mean: number;
}

/** Where the sum will lie, on a line from nothing to the best case; said in words beside it. */
export function RangeBar({ range: { p10, p50, p90 }, mean }: Props) {
  const styles = useStyles();
  const most = Math.max(p90, mean, Number.MIN_VALUE) * 1.05;
  const at = (amount: number) => `${(Math.max(0, amount) / most) * 100}%`;
  return (
    <div className={styles.track} aria-hidden>
      <span className={styles.range} style={{ insetInlineStart: at(p10), width: at(p90 - p10) }} />
      <span className={styles.mark} style={{ insetInlineStart: at(p50) }} />
    </div>
  );
}
