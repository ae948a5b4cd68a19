import { useMemo, useState } from 'react';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Body1 } from '@fluentui/react-components';
import { CheckmarkCircle24Regular } from '@fluentui/react-icons';
import { isAstray } from '../../actions/repoint';
import { DuplicateGroups } from '../components/DuplicateGroups';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { MeantLines } from '../components/MeantLines';
import { Page } from '../components/Page';
import { ProblemRows } from '../components/ProblemRows';
import { ViewTitle } from '../components/ViewTitle';
import { WriteStatus } from '../components/WriteStatus';
import { usePane, useWorkbook } from '../context';
import { problemGroups } from '../dataProblems';
import { useDuplicates } from '../hooks/useDuplicates';
import { useGoTo } from '../hooks/useGoTo';
import { useWrite } from '../hooks/useWrite';

/** Everything in the data that a person should look at, grouped by kind: nothing is repaired silently (C-04). */
export function ProblemsView() {
  const { t, language, format } = usePane();
  const { data } = useWorkbook();
  const groups = useMemo(() => problemGroups(data, { language, format }), [data, language, format]);
  const duplicates = useDuplicates();
  const { goTo, error } = useGoTo();
  const [writes, setWrites] = useState(0);
  const write = useWrite(() => setWrites(writes + 1));
  return (
    <Page>
      {/* What was mended is no longer in the list: the focus goes up to where the bar tells of it. */}
      <ViewTitle key={writes} title={t('pane.problems.title')} takesFocus />
      <WriteStatus write={write} />
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
                  {isAstray(code) ? (
                    <MeantLines problems={problems} write={write} onGoTo={goTo} />
                  ) : (
                    <ProblemRows problems={problems} onGoTo={goTo} />
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
