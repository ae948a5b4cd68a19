import { makeStyles, tokens } from '@fluentui/react-components';
import { narrow } from '../../reflow';

/** Looks of a line with a bar: what it is, the bar, its figure; whoever draws it says how wide its columns are. */
export const useBarStyles = makeStyles({
  line: {
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    // No room for the bar, which only draws what the figure says.
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) 0 max-content', columnGap: tokens.spacingHorizontalXXS },
  },
  figure: { textAlign: 'end', whiteSpace: 'nowrap' },
});
