import { useId } from 'react';
import { Button, Caption1, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { HandoverProposal } from '../../../actions/handOver';
import { usePane, useWorkbook } from '../../context';
import type { Write } from '../../hooks/useWrite';
import { rowsOfIds } from '../../rowsWith';
import { Metrics } from '../Metric';
import { SectionTitle } from '../SectionTitle';
import { Unfolded } from '../Unfolded';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

const parts = [
  ['customers', 'customers'],
  ['deals', 'opportunities'],
  ['tickets', 'tickets'],
  ['milestones', 'milestones'],
  ['promises', 'customers'],
] as const;

interface Props {
  readonly proposal: HandoverProposal;
  readonly from: string;
  readonly to: string;
  readonly write: Write;
  readonly onClose: () => void;
}

/** What would change hands, before it does; every figure opens its records (C-68). */
export function HandOverPreview({ proposal, from, to, write, onClose }: Props) {
  const { t, format, session } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const titleId = useId();
  const { changeset, customers, holdingAfter, isOverCap } = proposal;
  const title = t('team.handover.preview', { from, to });
  const isEmpty = changeset.updates.length + changeset.appends.length === 0;
  const apply = () => {
    onClose();
    write.write(t('team.handover.done', { count: customers.length, to }), (options) =>
      session.handOver(changeset, options),
    );
  };
  return (
    <Unfolded labelledBy={titleId} onClose={onClose}>
      <SectionTitle>
        <span id={titleId}>{title}</span>
      </SectionTitle>
      <Metrics
        items={parts.map(([part, table]) => ({
          label: t(`team.handover.part.${part}`),
          value: format.number(proposal[part].length),
          list: proposal[part].length
            ? () => ({ title: t(`team.handover.part.${part}`), table, rows: rowsOfIds(data, table, proposal[part]) })
            : undefined,
        }))}
      />
      <Caption1>{t('team.handover.holding', { to, count: holdingAfter })}</Caption1>
      {isOverCap && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t('team.handover.overCap', { to, cap: data.figures.environment.pool.holdingCap })}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={locked || isEmpty || write.isRunning} onClick={apply}>
          {t('team.handover.apply')}
        </Button>
        <Button onClick={onClose}>{t('pane.close')}</Button>
      </div>
    </Unfolded>
  );
}
