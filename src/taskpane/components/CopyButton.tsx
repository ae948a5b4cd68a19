import { Checkmark20Regular, Copy20Regular } from '@fluentui/react-icons';
import { usePane } from '../context';
import { useTask } from '../hooks/useTask';
import { copyText } from '../copyText';
import { Failure } from './Failure';
import { IconButton } from './IconButton';

interface Props {
  readonly text: () => string;
  readonly label: string;
  /** Small ones stand beside other small buttons, without a frame. */
  readonly size?: 'small';
}

/** Copies a text; downloads are fragile in panes, the clipboard works everywhere. */
export function CopyButton({ text, label, size }: Props) {
  const { t, announce } = usePane();
  const { state, run } = useTask<unknown>(() => announce(t('pane.copied')));
  if (state.status === 'failed') return <Failure error={state.error} />;
  const done = state.status === 'done';
  return (
    <IconButton
      size={size}
      appearance={size === 'small' ? 'subtle' : 'secondary'}
      label={done ? t('pane.copied') : label}
      icon={done ? <Checkmark20Regular /> : <Copy20Regular />}
      onClick={() => run(() => copyText(text()))}
    />
  );
}
