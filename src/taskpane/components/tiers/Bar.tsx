import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** High contrast: the system's own colours. */
const forced = '@media (forced-colors: active)';

const useStyles = makeStyles({
  track: {
    height: '8px',
    minWidth: 0,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
  },
  bar: { height: '100%', borderRadius: tokens.borderRadiusMedium, forcedColorAdjust: 'none' },
  main: { backgroundColor: tokens.colorBrandBackground, [forced]: { backgroundColor: 'Highlight' } },
  quiet: { backgroundColor: tokens.colorNeutralStroke1Pressed, [forced]: { backgroundColor: 'CanvasText' } },
});

interface Props {
  /** 0..1 of the whole width. */
  readonly share: number;
  readonly quiet?: boolean;
}

/** A share drawn; the figure beside it says the same, so it is not read aloud. */
export function Bar({ share, quiet }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.track} aria-hidden>
      <div
        className={mergeClasses(styles.bar, quiet ? styles.quiet : styles.main)}
        style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
      />
    </div>
  );
}
