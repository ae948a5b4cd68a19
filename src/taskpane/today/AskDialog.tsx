import type { FormEvent, ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { usePane } from '../context';
import { useModal } from '../hooks/useModal';

interface Props {
  readonly title: string;
  /** What the button says that ends it. */
  readonly action: string;
  readonly isReady?: boolean;
  readonly onAction: () => void;
  readonly onClose: () => void;
  /** What has to be said before. */
  readonly children: ReactNode;
}

/** Asks for what an act needs to know. */
export function AskDialog({ title, action, isReady = true, onAction, onClose, children }: Props) {
  const { t } = usePane();
  useModal();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Enter in a field asks for it, too.
    if (isReady) onAction();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent>{children}</DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={!isReady}>
                {action}
              </Button>
              <Button onClick={onClose}>{t('today.postpone.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
