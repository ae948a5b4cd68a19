import { useEffect, type ReactNode } from 'react';
import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { usePane } from '../context';

/** A result that is said aloud too. */
export function Success({ text, actions }: { readonly text: string; readonly actions?: ReactNode }) {
  const { announce } = usePane();
  useEffect(() => announce(text), [announce, text]);
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      {actions && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
