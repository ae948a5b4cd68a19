import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { problems as allProblems } from '../../actions/report/problems';
import { schemaVersion } from '../../template/load';
import { usePane, useWorkbook } from '../context';
import { useSection } from '../hooks/useSection';
import { MissingParts } from './MissingTables';
import { NewsBar } from './NewsBar';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    ':empty': { display: 'none' },
  },
});

/** What concerns the whole workbook: newer structure, read-only, missing parts, problems in the data. */
export function Notices({ view }: { readonly view: string }) {
  const { t } = usePane();
  const { data } = useWorkbook();
  const newer = data.facts.schemaVersion > schemaVersion;
  return (
    <div className={useStyles().box}>
      {newer && <Notice text={t('pane.newer')} />}
      {data.facts.readOnly && !newer && <Notice text={t('pane.readOnly')} />}
      <NewsBar />
      {view !== 'setup' && <MissingParts />}
      {!data.needs && view === 'today' && <ProblemsNotice />}
    </div>
  );
}

/** Only of a workbook that was read whole: what was not read looks like a problem. */
function ProblemsNotice() {
  const { t, navigate } = usePane();
  const problems = useSection(allProblems).length;
  if (problems === 0) return null;
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{t('pane.problems.count', { count: problems })}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => navigate('problems')}>
          {t('pane.problems.show')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

const Notice = ({ text }: { readonly text: string }) => (
  <MessageBar intent="info" layout="multiline">
    <MessageBarBody>{text}</MessageBarBody>
  </MessageBar>
);
