import { associateActions, showPane } from '../workbook/office';

/**
 * Ribbon buttons and keyboard shortcuts by their names in the manifest and in shortcuts.json, and the route of the pane
 * that each one opens, because what it starts wants a screen.
 */
export const routes = {
  showToday: 'today',
  logVisit: 'log',
  showFunnel: 'funnel',
  showSetup: 'setup',
} as const;

/** The route is the URL's hash: office.js removes `history.pushState`, and a pane that is open hears `hashchange`. */
const goTo = (route: string) => (location.hash = `/${route}`);

async function openPaneAt(route: string): Promise<void> {
  goTo(route);
  await showPane();
}

let refreshes = 0;

/**
 * Refresh works in the pane's page, which a shared runtime keeps while the pane is closed, and leaves it closed: the view
 * shows itself when it has something to ask or to tell, or takes long. Each time is a route of its own, for the page may
 * still be at the last one.
 */
function refresh(): Promise<void> {
  refreshes += 1;
  goTo(`refresh/${refreshes}`);
  return Promise.resolve();
}

/** Binds buttons and shortcuts; call once, when Office is ready. */
export function registerCommands(): void {
  const opening = Object.entries(routes).map(([name, route]) => [name, () => openPaneAt(route)] as const);
  associateActions({ ...Object.fromEntries(opening), refresh });
}
