import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { ImportPanel } from '../components/ImportPanel';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { usePane } from '../context';

const useStyles = makeStyles({ intro: { color: tokens.colorNeutralForeground2 } });

/** Brings a file into any table of the workbook. */
export function ImportView() {
  const { t } = usePane();
  return (
    <Page>
      <ViewTitle title={t('pane.import.title')} />
      <Body1 className={useStyles().intro}>{t('pane.import.intro')}</Body1>
      <ImportPanel />
    </Page>
  );
}
