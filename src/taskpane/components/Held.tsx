import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { useFocusBack } from '../hooks/useFocusBack';

// Options of a list are no fields: a fieldset stops the keyboard from reaching them, not the mouse.
const useStyles = makeStyles({ fields: { display: 'contents', ':disabled': { pointerEvents: 'none' } } });

interface Props {
  /** What they say is on its way, or is about to be drawn anew. */
  readonly when: boolean;
  readonly children: ReactNode;
}

/**
 * Fields that take nothing for a while: what somebody typed into a form that is being saved would be neither in what is
 * saved nor in the form that comes after it. They look as before, since most saving is done within moments, and the one
 * that had the focus has it again.
 */
export function Held({ when, children }: Props) {
  return (
    <fieldset className={useStyles().fields} disabled={when}>
      {when && <FocusBack />}
      {children}
    </fieldset>
  );
}

function FocusBack() {
  useFocusBack();
  return null;
}
