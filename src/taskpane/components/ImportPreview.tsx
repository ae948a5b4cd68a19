import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { PreparedImport } from '../../actions/importFile';
import type { ImportProblem } from '../../actions/import/types';
import { problemsCsv } from '../../actions/import/problemsCsv';
import { tableDef } from '../../template/load';
import { usePane, type Pane } from '../context';
import { problemText } from '../problemText';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  text: { overflowWrap: 'anywhere' },
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** Rendered at most; the copied list has them all. */
const shown = 50;

interface Props {
  readonly prepared: PreparedImport;
}

/** What an import would do: where each column goes, what is left out, and everything to look at, row by row. */
export function ImportPreview({ prepared }: Props) {
  const { t, language } = usePane();
  const styles = useStyles();
  const { table, mapped, unmapped, problems, rows } = prepared;
  const caption = (id: string) => tableDef(table).columns.find((column) => column.id === id)?.caption[language] ?? id;
  return (
    <>
      <Body1>{t('pane.import.found', { count: rows })}</Body1>
      <Accordion collapsible multiple defaultOpenItems={problems.length ? ['problems'] : ['mapped']}>
        <Part value="mapped" title={t('pane.import.mapped', { count: mapped.length })}>
          {mapped.map(({ header, column }) => `${header} → ${caption(column)}`)}
        </Part>
        {unmapped.length > 0 && (
          <Part value="unmapped" title={t('pane.import.unmapped', { count: unmapped.length })}>
            {unmapped}
          </Part>
        )}
        {problems.length > 0 && (
          <Part value="problems" title={t('pane.import.problems', { count: problems.length })}>
            {problems.map(
              (problem) => `${t('pane.import.row', { row: problem.row })}: ${problemText(problem, language, t)}`,
            )}
          </Part>
        )}
      </Accordion>
      {problems.length > 0 && (
        <div className={styles.line}>
          <Text size={200}>{t('pane.import.problemsHint')}</Text>
          <CopyButton label={t('pane.import.copyProblems')} text={() => csvOf(problems, { t, language })} />
        </div>
      )}
    </>
  );
}

interface PartProps {
  readonly value: string;
  readonly title: string;
  readonly children: readonly string[];
}

function Part({ value, title, children: lines }: PartProps) {
  const { t } = usePane();
  const styles = useStyles();
  return (
    <AccordionItem value={value}>
      <AccordionHeader size="small">{title}</AccordionHeader>
      <AccordionPanel>
        <ul className={styles.list}>
          {lines.slice(0, shown).map((line, index) => (
            <li key={index}>
              <Text size={200} className={styles.text}>
                {line}
              </Text>
            </li>
          ))}
        </ul>
        {lines.length > shown && <Text size={200}>{t('pane.andMore', { count: lines.length - shown })}</Text>}
      </AccordionPanel>
    </AccordionItem>
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
