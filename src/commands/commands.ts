import { associateActions, showPane } from '../workbook/office';

/**
 * Ribbon buttons by the manifest's FunctionName, and the route of the pane each one opens. All of them are routes, because
 * what they start wants a screen: Refresh shows progress and asks first while others are editing (decision 8).
 */
export const routes = {
  showToday: 'today',
  logVisit: 'log',
  showFunnel: 'funnel',
  refresh: 'refresh',
  showSetup: 'setup',
} as const;

/** The route is the URL's hash: office.js removes `history.pushState`, and a pane that is open hears `hashchange`. */
async function openPaneAt(route: string): Promise<void> {
  location.hash = `/${route}`;
  await showPane();
}

/** Binds the ribbon buttons; call once, when Office is ready. */
export function registerCommands(): void {
  associateActions(Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, () => openPaneAt(route)])));
}
