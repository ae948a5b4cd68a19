import { useState } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { proposeRecycling, type RecycleProposal } from '../../../actions/recycleCustomers';
import { usePane, useWorkbook } from '../../context';
import type { Write } from '../../hooks/useWrite';
import { TickPreview } from '../TickPreview';

const useStyles = makeStyles({ action: { alignSelf: 'flex-start' } });

/** Neglected customers that may go back to the pool: proposed, and a manager decides (C-67). */
export function RecyclePanel({ write }: { readonly write: Write }) {
  const { t, format, session } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const [proposal, setProposal] = useState<RecycleProposal | null>(null);
  if (!proposal) {
    return (
      <Button
        className={styles.action}
        disabled={locked || write.isRunning}
        onClick={() => setProposal(proposeRecycling(data.snapshot, session.clock()))}
      >
        {t('team.recycle.propose')}
      </Button>
    );
  }
  const { customers, without } = proposal;
  return (
    <TickPreview
      title={t('team.recycle.title', { count: customers.length })}
      ticks={customers.map(({ customerId, customer, protectedUntil }) => ({
        id: customerId,
        text: t('team.recycle.line', { customer, date: format.date(protectedUntil) }),
      }))}
      isBusy={write.isRunning}
      applyText={(count) => t('team.recycle.apply', { count })}
      onApply={(rejected) => {
        setProposal(null);
        write.write(t('team.recycle.done', { count: customers.length - rejected.size }), (options) =>
          session.recycleCustomers(without(rejected), options),
        );
      }}
      onClose={() => setProposal(null)}
    >
      {t('team.recycle.text')}
    </TickPreview>
  );
}
