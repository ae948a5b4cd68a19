import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Problem } from '../../crm/snapshot';
import { usePane } from '../context';
import { problemText } from '../problemText';
import { tableTitle } from '../tableTitle';
import { GoToButton } from './GoToButton';
import { PlainList } from './PlainList';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  text: { overflowWrap: 'anywhere', minWidth: 0 },
});

/** Rows rendered at once; repaired ones make room for the next. */
const shown = 50;

interface Props {
  readonly problems: readonly Problem[];
  readonly onGoTo: (table: string, id: string) => void;
}

/** Problems, each one click from its row. */
export function ProblemRows({ problems, onGoTo }: Props) {
  const { t, language } = usePane();
  const styles = useStyles();
  return (
    <>
      <PlainList>
        {problems.slice(0, shown).map((problem, index) => (
          <li key={index} className={styles.item}>
            <Text size={200} className={styles.text}>
              {t('pane.problems.row', { table: tableTitle(problem.table, language), row: problem.row })}:{' '}
              {problemText(problem, language, t)}
            </Text>
            {problem.id && <GoToButton name={problem.id} onClick={() => onGoTo(problem.table, problem.id!)} />}
          </li>
        ))}
      </PlainList>
      {problems.length > shown && <Text size={200}>{t('pane.andMore', { count: problems.length - shown })}</Text>}
    </>
  );
}
