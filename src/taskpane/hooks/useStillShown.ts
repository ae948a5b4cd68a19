import { useEffect, useRef } from 'react';

/**
 * Tells, to what ends late, whether the part of a view that began it is on screen still: whoever has gone on to something
 * else meanwhile is not taken away from it.
 */
export function useStillShown(part: string): () => boolean {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    shown.current = part;
    return () => {
      shown.current = null;
    };
  }, [part]);
  return () => shown.current === part;
}
