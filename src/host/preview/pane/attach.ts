import type { ClientWindow } from '../../client/attach';

/** The window of the pane's frame, with office.js in it. */
export type PaneWindow = Window & ClientWindow;

/** What the preview page offers to the pane's frame. */
export interface PaneParent {
  attachPane(pane: PaneWindow): void;
}

/**
 * Runs in the pane's frame after office.js and before the add-in: where Excel would be, this window's office.js finds
 * the workbook of the page around it.
 */
(window.parent as unknown as PaneParent).attachPane(window as unknown as PaneWindow);
