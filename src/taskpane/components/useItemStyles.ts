import { makeStyles, tokens } from '@fluentui/react-components';
import { narrow } from '../reflow';

/** Looks of a thing in a list of records, whichever component draws it. */
export const useItemStyles = makeStyles({
  /** Its lines below each other, parted from the next thing. */
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  /** What it is at the start, how it stands at the end. */
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    [narrow]: { flexWrap: 'wrap' },
  },
});
