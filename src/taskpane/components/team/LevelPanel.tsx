import { Button, Text, makeStyles } from '@fluentui/react-components';
import { proposeLevelling, type LevellingProposal } from '../../../actions/levelVisits';
import { usePane, useWorkbook } from '../../context';
import { useProposal } from '../../hooks/useProposal';
import type { Write } from '../../hooks/useWrite';
import { TickPreview } from '../TickPreview';

const useStyles = makeStyles({ action: { alignSelf: 'flex-start' } });

/** A proposal that spreads the due visits over days with room, seen before it is written (C-35, C-65). */
export function LevelPanel({ write }: { readonly write: Write }) {
  const { t, format, session } = usePane();
  const { locked } = useWorkbook();
  const styles = useStyles();
  const { proposal, toggle, close } = useProposal(proposeLevelling);
  const apply = ({ moves, without }: LevellingProposal, rejected: ReadonlySet<string>) => {
    close();
    write.write(t('team.level.done', { count: moves.length - rejected.size }), (options) =>
      session.levelVisits(without(rejected), options),
    );
  };
  return (
    <>
      <Button
        className={styles.action}
        disabled={locked}
        disabledFocusable={write.isRunning}
        aria-expanded={proposal !== null}
        onClick={toggle}
      >
        {t('team.level.propose')}
      </Button>
      {proposal?.moves.length === 0 && <Text role="status">{t('team.level.nothing')}</Text>}
      {proposal && proposal.moves.length > 0 && (
        <TickPreview
          title={t('team.level.title', { count: proposal.moves.length })}
          ticks={proposal.moves.map(({ customerId, customer, from, to }) => ({
            id: customerId,
            text: t('team.level.move', { customer, from: format.date(from), to: format.date(to) }),
          }))}
          isBusy={write.isRunning}
          applyText={(count) => t('team.level.apply', { count })}
          onApply={(rejected) => apply(proposal, rejected)}
          onClose={close}
        >
          {t('team.level.text', { days: proposal.toleranceDays })}
        </TickPreview>
      )}
      {proposal && proposal.unmovable > 0 && (
        <Text size={200}>{t('team.level.unmovable', { count: proposal.unmovable })}</Text>
      )}
    </>
  );
}
