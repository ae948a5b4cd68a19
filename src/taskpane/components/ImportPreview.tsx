import { Accordion, Body1, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { PreparedImport } from '../../actions/importFile';
import type { ImportProblem } from '../../actions/import/types';
import { problemsCsv } from '../../actions/import/problemsCsv';
import { tableDef } from '../../template/load';
import { usePane, type Pane } from '../context';
import { useFocusBack } from '../hooks/useFocusBack';
import { joined } from '../inText';
import { problemText } from '../problemText';
import { CopyButton } from './CopyButton';
import { FoldedList } from './FoldedList';

const useStyles = makeStyles({
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** Rendered at most; the copied list has them all. */
const most = 50;

interface Props {
  readonly prepared: PreparedImport;
}

/** What an import would do: where each column goes, what is left out, and everything to look at, row by row. */
export function ImportPreview({ prepared }: Props) {
  const { t, plain, language } = usePane();
  const styles = useStyles();
  useFocusBack();
  const { table, mapped, unmapped, problems, rows } = prepared;
  const caption = (id: string) => tableDef(table).columns.find((column) => column.id === id)?.caption[language] ?? id;
  return (
    <>
      <Body1>{t('pane.import.found', { count: rows })}</Body1>
      <Accordion collapsible multiple defaultOpenItems={problems.length ? ['problems'] : ['mapped']}>
        <FoldedList
          value="mapped"
          title={t('pane.import.mapped', { count: mapped.length })}
          lines={mapped.map(({ header, column }) => joined([header, caption(column)], ' → '))}
          most={most}
        />
        {unmapped.length > 0 && (
          <FoldedList
            value="unmapped"
            title={t('pane.import.unmapped', { count: unmapped.length })}
            lines={unmapped}
            most={most}
          />
        )}
        {problems.length > 0 && (
          <FoldedList
            value="problems"
            title={t('pane.import.problems', { count: problems.length })}
            lines={problems.map((problem) =>
              joined([t('pane.import.row', { row: problem.row }), problemText(problem, language, t)], ': '),
            )}
            most={most}
          />
        )}
      </Accordion>
      {problems.length > 0 && (
        <div className={styles.line}>
          <Text size={200}>{t('pane.import.problemsHint')}</Text>
          <CopyButton label={t('pane.import.copyProblems')} text={() => csvOf(problems, { t: plain, language })} />
        </div>
      )}
    </>
  );
}

function csvOf(problems: readonly ImportProblem[], { t, language }: Pick<Pane, 't' | 'language'>): string {
  const heading = (field: string) => t(`pane.import.csv.${field}`);
  return problemsCsv(problems, {
    headings: {
      table: heading('table'),
      row: heading('row'),
      column: heading('column'),
      value: heading('value'),
      code: heading('code'),
      message: heading('message'),
    },
    message: (problem) => problemText(problem, language, t),
  });
}
