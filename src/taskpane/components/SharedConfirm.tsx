import { Body1, Checkbox } from '@fluentui/react-components';
import { usePane } from '../context';

interface Props {
  readonly agreed: boolean;
  readonly onChange: (agreed: boolean) => void;
}

/** Somebody else has the workbook open: adding sheets under their hands needs to be agreed upon. */
export function SharedConfirm({ agreed, onChange }: Props) {
  const { t } = usePane();
  return (
    <>
      <Body1>{t('pane.setup.shared')}</Body1>
      <Checkbox
        label={t('pane.setup.sharedConfirm')}
        checked={agreed}
        onChange={(_, { checked }) => onChange(checked === true)}
      />
    </>
  );
}
