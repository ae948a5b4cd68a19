import { ArrowRight16Regular } from '@fluentui/react-icons';
import { usePane } from '../context';
import { IconButton } from './IconButton';

interface Props {
  /** What the row is, for those who hear the button. */
  readonly name: string;
  readonly onClick: () => void;
}

/** One click to a record's row in the sheet. */
export function GoToButton({ name, onClick }: Props) {
  const { t } = usePane();
  return (
    <IconButton
      size="small"
      icon={<ArrowRight16Regular />}
      label={t('pane.goToNamed', { name })}
      hint={t('pane.goTo')}
      onClick={onClick}
    />
  );
}
