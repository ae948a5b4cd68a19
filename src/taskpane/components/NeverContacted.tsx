import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { neverContacted } from '../../actions/report/revisits';
import { columnDef, tableDef } from '../../template/load';
import { usePane, useWorkbook } from '../context';
import { useSection } from '../hooks/useSection';
import { VirtualList } from './VirtualList';

const created = columnDef(tableDef('customers'), 'createdAt');

const useStyles = makeStyles({
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
});

/** Customers without any contact, creation date or dated record: never due, and so never to be forgotten. */
export function NeverContacted() {
  const { t, language, navigate } = usePane();
  const { locked } = useWorkbook();
  const styles = useStyles();
  const customers = useSection(neverContacted);
  if (customers.length === 0) return null;
  const title = t('today.never', { count: customers.length });
  return (
    <Accordion collapsible>
      <AccordionItem value="never">
        <AccordionHeader>{title}</AccordionHeader>
        <AccordionPanel>
          <Caption1>{t('today.neverHint', { column: created.caption[language] })}</Caption1>
          <VirtualList items={customers} keyOf={(_, index) => index} itemHeight={32} label={title}>
            {({ customerId, customer }) => (
              <div className={styles.item}>
                <Text className={styles.name}>{customer}</Text>
                {customerId && (
                  <Button
                    size="small"
                    disabled={locked}
                    aria-label={t('today.act.named', { action: t('today.act.log'), name: customer })}
                    onClick={() => navigate(`log/${encodeURIComponent(customerId)}`)}
                  >
                    {t('today.act.log')}
                  </Button>
                )}
              </div>
            )}
          </VirtualList>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
