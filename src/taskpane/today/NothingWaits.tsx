import { Button, Link, Text } from '@fluentui/react-components';
import { CalendarCheckmark24Regular } from '@fluentui/react-icons';
import { columnOf } from '../../template/environment';
import { Empty } from '../components/Empty';
import { usePane, useWorkbook } from '../context';

interface Props {
  /** Items of others. */
  readonly others: number;
  readonly onShowAll: () => void;
}

/** Nothing waits: well done, or nothing is entered yet. */
export function NothingWaits({ others, onShowAll }: Props) {
  const { t, navigate } = usePane();
  const { snapshot } = useWorkbook().data;
  const isNew = !columnOf(snapshot, 'customers', 'name').some((name) => name !== null);
  return (
    <Empty icon={<CalendarCheckmark24Regular />} title={t(isNew ? 'today.empty.newTitle' : 'today.empty.title')}>
      <Text>{t(isNew ? 'today.empty.first' : 'today.empty.text')}</Text>
      {isNew && (
        <>
          <Button appearance="primary" onClick={() => navigate('start')}>
            {t('today.empty.start')}
          </Button>
          <Button onClick={() => navigate('import')}>{t('today.empty.add')}</Button>
        </>
      )}
      {others > 0 && (
        <Text>
          {t('today.empty.others', { count: others })}{' '}
          <Link as="button" inline onClick={onShowAll}>
            {t('today.empty.showAll')}
          </Link>
        </Text>
      )}
    </Empty>
  );
}
