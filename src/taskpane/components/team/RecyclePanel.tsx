import { Button, makeStyles } from '@fluentui/react-components';
import { proposeRecycling, type RecycleProposal } from '../../../actions/recycleCustomers';
import { usePane, useWorkbook } from '../../context';
import { useProposal } from '../../hooks/useProposal';
import type { Write } from '../../hooks/useWrite';
import { TickPreview } from '../TickPreview';

const useStyles = makeStyles({ action: { alignSelf: 'flex-start' } });

/** Neglected customers that may go back to the pool: proposed, and a manager decides (C-67). */
export function RecyclePanel({ write }: { readonly write: Write }) {
  const { t, format, session } = usePane();
  const { locked } = useWorkbook();
  const styles = useStyles();
  const { proposal, toggle, close } = useProposal(proposeRecycling);
  const apply = ({ customers, without }: RecycleProposal, rejected: ReadonlySet<string>) => {
    close();
    write.write(t('team.recycle.done', { count: customers.length - rejected.size }), (options) =>
      session.recycleCustomers(without(rejected), options),
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
        {t('team.recycle.propose')}
      </Button>
      {proposal && (
        <TickPreview
          title={t('team.recycle.title', { count: proposal.customers.length })}
          ticks={proposal.customers.map(({ customerId, customer, protectedUntil }) => ({
            id: customerId,
            text: t('team.recycle.line', { customer, date: format.date(protectedUntil) }),
          }))}
          isBusy={write.isRunning}
          applyText={(count) => t('team.recycle.apply', { count })}
          onApply={(rejected) => apply(proposal, rejected)}
          onClose={close}
        >
          {t('team.recycle.text')}
        </TickPreview>
      )}
    </>
  );
}
