import { useEffect, useState } from 'react';
import type { Host } from '../../host';
import type { HostClient } from '../../options';
import type { PreviewLanguage } from '../page/texts';
import type { PaneParent, PaneWindow } from './attach';

export interface PaneFrameProps {
  readonly host: Host;
  readonly language: PreviewLanguage;
  readonly title: string;
  /** The view that the pane begins with, as its URL's hash says it. */
  readonly route: string;
  onRoute(route: string): void;
  onFailed(error: unknown): void;
  /** Hears when the add-in is tied to the workbook, and when it is not any more. */
  onAttached(host: Host | null): void;
}

/** What Excel's own menus speak in each language (BCP 47). */
const DISPLAY_LANGUAGES: Readonly<Record<PreviewLanguage, string>> = { en: 'en-US', 'zh-CN': 'zh-CN' };

/** The add-in's page, unchanged, on this workbook. A new workbook or language is a new frame: give it a key. */
export function PaneFrame({ host, language, title, route, onRoute, onFailed, onAttached }: PaneFrameProps) {
  // Where the pane goes later is its own affair.
  const [first] = useState(route);
  useEffect(() => {
    let client: HostClient | undefined;
    const attachPane = (pane: PaneWindow): void => {
      pane.addEventListener('hashchange', () => onRoute(pane.location.hash));
      const connected = host.connect(pane);
      // `connect` ties the window at once; only its answer comes later.
      const { context } = pane.Office as { context: { displayLanguage: string; contentLanguage: string } };
      context.displayLanguage = context.contentLanguage = DISPLAY_LANGUAGES[language];
      connected.then((result) => {
        client = result;
        onAttached(host);
      }, onFailed);
    };
    Object.assign(window, { attachPane } satisfies PaneParent);
    return () => {
      client?.disconnect();
      onAttached(null);
    };
  }, [host, language, onRoute, onFailed, onAttached]);
  return <iframe className="pane" src={`pane/taskpane.html${first}`} title={title} />;
}
