import { useEffect } from 'react';
import { usePane } from '../context';

/** Opens a closed pane when there is something to see: a ribbon button may have started work behind it. */
export function useShownWhen(isWanted: boolean): void {
  const { session } = usePane();
  useEffect(() => {
    if (isWanted) void session.show();
  }, [session, isWanted]);
}
