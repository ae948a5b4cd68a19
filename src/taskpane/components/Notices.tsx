import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { schemaVersion } from '../../template/load';
import { usePane, useWorkbook } from '../context';
import { NewsBar } from './NewsBar';
import { RepairBanner } from './RepairBanner';

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
  const { t, navigate } = usePane();
  const { data, locked } = useWorkbook();
  const newer = data.facts.schemaVersion > schemaVersion;
  const problems = data.report.problems.length;
  return (
    <div className={useStyles().box}>
      {newer && <Notice text={t('pane.newer')} />}
      {data.facts.readOnly && !newer && <Notice text={t('pane.readOnly')} />}
      <NewsBar />
      {!locked && view !== 'setup' && <RepairBanner />}
      {problems > 0 && view === 'today' && (
        <MessageBar intent="warning">
          <MessageBarBody>{t('pane.problems.count', { count: problems })}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => navigate('problems')}>
              {t('pane.problems.show')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

const Notice = ({ text }: { readonly text: string }) => (
  <MessageBar intent="info" layout="multiline">
    <MessageBarBody>{text}</MessageBarBody>
  </MessageBar>
);
