import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../context';

const useStyles = makeStyles({ secondary: { color: tokens.colorNeutralForeground2 } });

interface Props {
  readonly locked: boolean;
}

/** The way to a sheet of the person's own that becomes a table of the CRM. */
export function AdoptSheet({ locked }: Props) {
  const { t, navigate } = usePane();
  return (
    <>
      <Body1 className={useStyles().secondary}>{t('wizard.workbook.adoptText')}</Body1>
      <Button appearance="primary" size="large" disabled={locked} onClick={() => navigate('adopt')}>
        {t('adopt.open')}
      </Button>
    </>
  );
}
