import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Results for people who listen; there from the start, because regions that appear with their text stay silent. */
export const LiveRegion = ({ text }: { readonly text: string }) => (
  <div role="status" aria-live="polite" className={useStyles().hidden}>
    {text}
  </div>
);
