import { useEffect, useState } from 'react';
import type { Host } from '../../host';
import type { PreviewLanguage } from './texts';

/**
 * A second person at work in the workbook for as long as `host` is given; returns what they did last, `null` before.
 * Their script is loaded when they are wanted.
 */
export function useCoauthor(
  host: Host | null,
  language: PreviewLanguage,
  onFailed: (error: unknown) => void,
): string | null {
  const [did, setDid] = useState<string | null>(null);
  useEffect(() => {
    if (!host) return undefined;
    let leave = (): void => undefined;
    let isWanted = true;
    import('../coauthor/coauthor').then(({ startCoauthor }) => {
      if (isWanted) leave = startCoauthor({ host, language, onDid: setDid, onFailed });
    }, onFailed);
    return () => {
      isWanted = false;
      leave();
      setDid(null);
    };
  }, [host, language, onFailed]);
  return did;
}
