import { useEffect, useState } from 'react';
import type { Selection } from '../../template/selected';
import { usePane } from '../context';

interface Selected {
  readonly selection: Selection | null;
  /** Why Excel could not say what is selected; `null` = it could. */
  readonly error: unknown;
}

/** What is selected in the sheet, now and from now on, while `isOn`. */
export function useSelection(isOn: boolean): Selected {
  const { session } = usePane();
  const [selected, setSelected] = useState<Selected>({ selection: null, error: null });
  useEffect(() => {
    if (!isOn) return undefined;
    let latest = 0;
    const fail = (error: unknown) => setSelected((current) => ({ ...current, error }));
    const look = () => {
      latest += 1;
      const mine = latest;
      // Answers may overtake each other; the last question counts.
      const settle = (next: (current: Selected) => Selected) => mine === latest && setSelected(next);
      session.selection().then(
        (selection) => settle(() => ({ selection, error: null })),
        (error: unknown) => settle((current) => ({ ...current, error })),
      );
    };
    const watching = session.watchSelection(look);
    watching.then(look, fail);
    return () => {
      latest += 1;
      void watching.then((stop) => stop()).catch(fail);
    };
  }, [session, isOn]);
  return selected;
}
