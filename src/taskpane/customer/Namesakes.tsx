import { useEffect, useMemo, useState } from 'react';
import { Button, CompoundButton, Text, makeStyles } from '@fluentui/react-components';
import { PeopleList24Regular } from '@fluentui/react-icons';
import { columnOf } from '../../template/environment';
import { Empty } from '../components/Empty';
import { PlainList } from '../components/PlainList';
import { usePane, useWorkbook } from '../context';
import { customerReader } from '../customers';
import { joined } from '../inText';

const useStyles = makeStyles({
  choice: { width: '100%', maxWidth: 'none', justifyContent: 'flex-start', overflowWrap: 'anywhere' },
});

/** Shown at first; more on request. */
const pageSize = 20;

interface Props {
  /** Rows of the customers. */
  readonly rows: readonly number[];
  /** Nobody asked for it by its name: it is said aloud. */
  readonly isAloud: boolean;
}

/** Several customers share the name that was asked for: a person chooses. */
export function Namesakes({ rows, isAloud }: Props) {
  const { t, announce } = usePane();
  const { snapshot } = useWorkbook().data;
  const [shown, setShown] = useState(pageSize);
  const name = String(columnOf(snapshot, 'customers', 'name')[rows[0]!] ?? '');
  const title = t('customer.several', { count: rows.length, name });
  useEffect(() => {
    if (isAloud) announce(title);
  }, [isAloud, announce, title]);
  return (
    <>
      <Empty icon={<PeopleList24Regular />} title={title}>
        <Text align="center">{t('customer.severalHint')}</Text>
      </Empty>
      <PlainList label={title} gap="S">
        {rows.slice(0, shown).map((row) => (
          <li key={row}>
            <Choice row={row} />
          </li>
        ))}
      </PlainList>
      {rows.length > shown && (
        <Button onClick={() => setShown(shown + pageSize)}>{t('pane.showMore', { count: rows.length - shown })}</Button>
      )}
    </>
  );
}

/** One of them; who has no id yet cannot be told from the others, and so not be opened. */
function Choice({ row }: { readonly row: number }) {
  const { t, navigate } = usePane();
  const { snapshot } = useWorkbook().data;
  const styles = useStyles();
  const { id, name, detail } = useMemo(() => customerReader(snapshot)(row), [snapshot, row]);
  const isArchived = columnOf(snapshot, 'customers', 'archived')[row] === true;
  return (
    <CompoundButton
      size="small"
      className={styles.choice}
      disabled={!id}
      secondaryContent={joined([detail, isArchived && t('customer.archived')])}
      onClick={() => navigate(`customer/${encodeURIComponent(id)}`)}
    >
      {joined([name])}
    </CompoundButton>
  );
}
