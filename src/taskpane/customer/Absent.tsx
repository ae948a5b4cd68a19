import { Button, Text } from '@fluentui/react-components';
import { ArrowClockwise20Regular, PersonQuestionMark24Regular, Search20Regular } from '@fluentui/react-icons';
import { Empty } from '../components/Empty';
import { usePane, useWorkbook } from '../context';

interface Props {
  readonly title: string;
  readonly hint: string;
}

/** A customer who cannot be shown: what became of the record, and the ways on from there. */
export function Absent({ title, hint }: Props) {
  const { t, navigate } = usePane();
  const { reload } = useWorkbook();
  return (
    <Empty icon={<PersonQuestionMark24Regular />} title={title}>
      <Text align="center">{hint}</Text>
      <Button icon={<ArrowClockwise20Regular />} onClick={reload}>
        {t('customer.readAgain')}
      </Button>
      <Button icon={<Search20Regular />} onClick={() => navigate('search')}>
        {t('customer.search')}
      </Button>
    </Empty>
  );
}
