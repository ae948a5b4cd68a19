import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons';
import type { CustomerView } from '../../template/views/customer';
import { columnOf } from '../../template/environment';
import { SectionTitle } from '../components/SectionTitle';
import { usePane, useWorkbook } from '../context';
import { titleOf } from '../rows';
import { Line, Lines } from './Line';
import { cellOf } from './text';
import { ToRow } from './ToRow';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  detail: { color: tokens.colorNeutralForeground2 },
});

const details = ['stage', 'amount', 'expectedCloseAt'];

/** Deals that are open, the largest first; one click moves them on. */
export function Deals({ figures }: Pick<CustomerView, 'figures'>) {
  const pane = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const { rows } = figures.deals;
  if (!rows.length) return null;
  return (
    <section className={styles.part}>
      <SectionTitle>{pane.t('customer.deals')}</SectionTitle>
      <Lines>
        {rows.map((row) => {
          const name = titleOf(data, pane, 'opportunities', row);
          const id = columnOf(data.snapshot, 'opportunities', 'id')[row];
          const facts = details.map((column) => cellOf(data, pane, 'opportunities', column, row));
          return (
            <li key={row}>
              <Line
                icon={<Filter20Regular />}
                tools={
                  <>
                    {typeof id === 'string' && (
                      <Button
                        size="small"
                        disabled={locked}
                        aria-label={pane.t('customer.moveNamed', { name })}
                        onClick={() => pane.navigate(`move/${encodeURIComponent(id)}`)}
                      >
                        {pane.t('customer.move')}
                      </Button>
                    )}
                    <ToRow table="opportunities" row={row} name={name} />
                  </>
                }
              >
                <Body1Strong>{name}</Body1Strong>
                <Caption1 className={styles.detail}>{facts.filter(Boolean).join(' · ')}</Caption1>
              </Line>
            </li>
          );
        })}
      </Lines>
    </section>
  );
}
