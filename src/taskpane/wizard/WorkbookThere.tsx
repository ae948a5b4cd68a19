import { Body1 } from '@fluentui/react-components';
import { languageNames } from '../languageNames';
import { usePane, useWorkbook } from '../context';

/** The first step, once it is done. */
export function WorkbookThere() {
  const { t } = usePane();
  const { facts } = useWorkbook().data;
  return <Body1>{t('wizard.workbook.there', { language: languageNames[facts.language] })}</Body1>;
}
