import { Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Person20Regular } from '@fluentui/react-icons';
import type { CustomerView } from '../../template/views/customer';
import { columnOf } from '../../template/environment';
import { SectionTitle } from '../components/SectionTitle';
import { usePane, useWorkbook } from '../context';
import { titleOf } from '../rows';
import { Line, Lines } from './Line';
import { Reach } from './Reach';
import { cellOf } from './text';
import { ToRow } from './ToRow';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  detail: { color: tokens.colorNeutralForeground2 },
});

const details = ['contactRole', 'title', 'department', 'phone'];

/** Whom to call, decision makers first. */
export function Contacts({ contacts }: Pick<CustomerView, 'contacts'>) {
  const pane = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  if (!contacts.length) return null;
  return (
    <section className={styles.part}>
      <SectionTitle>{pane.t('customer.contacts')}</SectionTitle>
      <Lines>
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
                <Body1Strong>{name}</Body1Strong>
                <Caption1 className={styles.detail}>
                  {[isClosed ? pane.t('customer.doNotContact') : null, ...facts].filter(Boolean).join(' · ')}
                </Caption1>
              </Line>
            </li>
          );
        })}
      </Lines>
    </section>
  );
}
