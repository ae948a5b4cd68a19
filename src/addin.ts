/**
 * Entry of the add-in's one page (shared runtime). Custom functions come first (the metadata plugin of the build hands
 * them to Excel) and the pane last, as a chunk of its own: cells wait for their functions on every opening of a
 * workbook, with the pane closed.
 */
import { registerCommands } from './commands/commands';
import './functions/functions';
import { whenLoaded } from './whenLoaded';
import { whenReady } from './workbook/office';

async function start(): Promise<void> {
  const root = document.getElementById('root')!;
  const inExcel = await whenReady();
  registerCommands();
  await whenLoaded(async () => {
    const { openPane, pointToExcel } = await import(/* webpackChunkName: "opening" */ './taskpane/opening');
    await (inExcel ? openPane(root) : pointToExcel(root));
  }, document.getElementById('unloaded')!);
}

void start();
