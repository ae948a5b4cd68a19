import { useMemo } from 'react';
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
import { CheckmarkCircle24Regular } from '@fluentui/react-icons';
import type { Problem } from '../../crm/snapshot';
import { DuplicateGroups } from '../components/DuplicateGroups';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { GoToButton } from '../components/GoToButton';
import { Page } from '../components/Page';
import { PlainList } from '../components/PlainList';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { problemGroups } from '../dataProblems';
import { useDuplicates } from '../hooks/useDuplicates';
import { useGoTo } from '../hooks/useGoTo';
import { problemText } from '../problemText';
import { tableTitle } from '../tableTitle';

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

/** Rows rendered per kind; repaired ones make room for the next. */
const shown = 50;

/** Everything in the data that a person should look at, grouped by kind: nothing is repaired silently (C-04). */
export function ProblemsView() {
  const { t, language, format } = usePane();
  const { data } = useWorkbook();
  const groups = useMemo(() => problemGroups(data, { language, format }), [data, language, format]);
  const duplicates = useDuplicates();
  const { goTo, error } = useGoTo();
  return (
    <Page>
      <ViewTitle title={t('pane.problems.title')} takesFocus />
      {groups.length + duplicates.groups.length === 0 ? (
        <Empty icon={<CheckmarkCircle24Regular />} title={t('pane.problems.empty')} />
      ) : (
        <>
          <Body1>{t('pane.problems.intro')}</Body1>
          {[error, duplicates.error].map((failure, at) => failure !== null && <Failure key={at} error={failure} />)}
          <Accordion collapsible multiple>
            {groups.map(({ code, problems }) => (
              <AccordionItem key={code} value={code}>
                <AccordionHeader>{t(`pane.problems.kind.${code}`, { count: problems.length })}</AccordionHeader>
                <AccordionPanel>
                  <ProblemRows problems={problems.slice(0, shown)} onGoTo={goTo} />
                  {problems.length > shown && (
                    <Text size={200}>{t('pane.andMore', { count: problems.length - shown })}</Text>
                  )}
                </AccordionPanel>
              </AccordionItem>
            ))}
            {duplicates.groups.length > 0 && (
              <AccordionItem value="duplicates">
                <AccordionHeader>
                  {t('pane.problems.duplicates.title', { count: duplicates.groups.length })}
                </AccordionHeader>
                <AccordionPanel>
                  <DuplicateGroups groups={duplicates.groups} onGoTo={goTo} />
                </AccordionPanel>
              </AccordionItem>
            )}
          </Accordion>
        </>
      )}
    </Page>
  );
}

interface RowsProps {
  readonly problems: readonly Problem[];
  readonly onGoTo: (table: string, id: string) => void;
}

function ProblemRows({ problems, onGoTo }: RowsProps) {
  const { t, language } = usePane();
  const styles = useStyles();
  return (
    <PlainList>
      {problems.map((problem, index) => (
        <li key={index} className={styles.item}>
          <Text size={200} className={styles.text}>
            {t('pane.problems.row', { table: tableTitle(problem.table, language), row: problem.row })}:{' '}
            {problemText(problem, language, t)}
          </Text>
          {problem.id && <GoToButton name={problem.id} onClick={() => onGoTo(problem.table, problem.id!)} />}
        </li>
      ))}
    </PlainList>
  );
}
