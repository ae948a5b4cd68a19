/**
 * Entry of the add-in's one page (shared runtime). Custom functions come first (the metadata plugin of the build hands
 * them to Excel) and the pane last, as a chunk of its own: cells wait for their functions on every opening of a
 * workbook, with the pane closed.
 */
import { registerCommands } from './commands/commands';
import './functions/functions';
import { whenReady } from './workbook/office';

async function start(): Promise<void> {
  await whenReady();
  registerCommands();
  const { startPane } = await import('./taskpane/pane');
  await startPane(document.getElementById('root')!);
}

void start();
