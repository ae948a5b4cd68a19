import { usePane } from '../context';
import { useCustomerOptions } from '../search/useOptions';
import { RecordPicker, type Choice } from './RecordPicker';

/** Searchable choice of a customer. */
export function CustomerPicker(choice: Choice) {
  const { t } = usePane();
  const options = useCustomerOptions();
  const words = { label: t('pane.log.customer'), open: t('pane.log.open'), none: t('pane.log.noCustomer') };
  return <RecordPicker {...choice} options={options} words={words} />;
}
