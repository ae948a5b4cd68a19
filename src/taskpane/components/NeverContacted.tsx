import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Report } from '../../actions/report';
import { usePane, useWorkbook } from '../context';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalXXS,
  },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
});

/** Rendered at most; the sheet has them all. */
const shown = 50;

interface Props {
  readonly customers: Report['revisits']['neverContactedCustomers'];
}

/** Customers without any contact, creation date or dated record: never due, and so never to be forgotten. */
export function NeverContacted({ customers }: Props) {
  const { t, navigate } = usePane();
  const { locked } = useWorkbook();
  const styles = useStyles();
  if (customers.length === 0) return null;
  return (
    <Accordion collapsible>
      <AccordionItem value="never">
        <AccordionHeader>{t('pane.today.never', { count: customers.length })}</AccordionHeader>
        <AccordionPanel>
          <ul className={styles.list}>
            {customers.slice(0, shown).map(({ customerId, customer }, index) => (
              <li key={customerId ?? index} className={styles.item}>
                <Text className={styles.name}>{customer}</Text>
                {customerId && (
                  <Button
                    size="small"
                    disabled={locked}
                    aria-label={t('pane.today.logNamed', { name: customer })}
                    onClick={() => navigate(`log/${encodeURIComponent(customerId)}`)}
                  >
                    {t('pane.today.log')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {customers.length > shown && <Text size={200}>{t('pane.andMore', { count: customers.length - shown })}</Text>}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
