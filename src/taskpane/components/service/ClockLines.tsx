import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Clock16Regular } from '@fluentui/react-icons';
import type { QueuedTicket } from '../../../actions/report/serviceQueue';
import { clockTexts } from '../../clockText';
import { usePane, useWorkbook } from '../../context';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'flex-start',
    color: tokens.colorNeutralForeground2,
  },
  late: { color: tokens.colorStatusDangerForeground1 },
  soon: { color: tokens.colorStatusWarningForeground3 },
  quiet: {},
  icon: { flexShrink: 0 },
});

/** The two clocks of a ticket, in words (C-54). */
export function ClockLines({ ticket }: { readonly ticket: QueuedTicket }) {
  const pane = usePane();
  const { environment } = useWorkbook().data.figures;
  const styles = useStyles();
  return (
    <>
      {clockTexts(ticket, environment, pane).map(({ text, tone }) => (
        <span key={text} className={mergeClasses(styles.line, styles[tone])}>
          <Clock16Regular className={styles.icon} aria-hidden />
          <Caption1>{text}</Caption1>
        </span>
      ))}
    </>
  );
}
