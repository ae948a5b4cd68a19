import { Button } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons';
import type { CustomerView } from '../../template/views/customer';
import { columnOf } from '../../template/environment';
import { Line, LineText } from '../components/Line';
import { usePane, useWorkbook } from '../context';
import { titleOf } from '../rows';
import { Part } from './Part';
import { cellOf } from './text';
import { ToRow } from './ToRow';

const details = ['stage', 'amount', 'expectedCloseAt'];

/** Deals that are open, the largest first; one click moves them on. */
export function Deals({ figures }: Pick<CustomerView, 'figures'>) {
  const pane = usePane();
  const { data, locked } = useWorkbook();
  const { rows } = figures.deals;
  if (!rows.length) return null;
  return (
    <Part title={pane.t('customer.deals')}>
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
              <LineText title={name} facts={facts} />
            </Line>
          </li>
        );
      })}
    </Part>
  );
}
