import { Person20Regular } from '@fluentui/react-icons';
import type { CustomerView } from '../../template/views/customer';
import { columnOf } from '../../template/environment';
import { Line, LineText } from '../components/Line';
import { usePane, useWorkbook } from '../context';
import { titleOf } from '../rows';
import { Part } from './Part';
import { Reach } from './Reach';
import { cellOf } from './text';
import { ToRow } from './ToRow';

const details = ['contactRole', 'title', 'department', 'phone'];

/** Whom to call, decision makers first. */
export function Contacts({ contacts }: Pick<CustomerView, 'contacts'>) {
  const pane = usePane();
  const { data } = useWorkbook();
  if (!contacts.length) return null;
  return (
    <Part title={pane.t('customer.contacts')}>
      {contacts.map((row) => {
        const name = titleOf(data, pane, 'contacts', row);
        const isClosed = columnOf(data.snapshot, 'contacts', 'doNotContact')[row] === true;
        const facts = details.map((column) => cellOf(data, pane, 'contacts', column, row));
        return (
          <li key={row}>
            <Line
              icon={<Person20Regular />}
              tools={
                <>
                  {!isClosed && <Reach table="contacts" row={row} name={name} />}
                  <ToRow table="contacts" row={row} name={name} />
                </>
              }
            >
              <LineText title={name} facts={[isClosed ? pane.t('customer.doNotContact') : null, ...facts]} />
            </Line>
          </li>
        );
      })}
    </Part>
  );
}
