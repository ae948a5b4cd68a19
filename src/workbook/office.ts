/**
 * The add-in's frame inside Office: ready, ribbon commands, pane, language, theme. What happens inside the workbook is
 * the business of the other files of this room.
 */

/** Resolves to true inside Excel, to false when the page was opened in a plain browser. */
export async function whenReady(): Promise<boolean> {
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

/**
 * Binds ribbon buttons to actions by the manifest's FunctionName. The button is released whatever happens: Excel keeps
 * it busy, and gives up on the add-in after five minutes, until `completed` is called.
 */
export function associateActions(actions: Readonly<Record<string, () => Promise<void>>>): void {
  for (const [name, action] of Object.entries(actions)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => action().finally(() => event.completed()));
  }
}

/** Opens the task pane, or brings it to the front. */
export const showPane = (): Promise<void> => Office.addin.showAsTaskpane();

/** BCP 47 tag of the language that Excel's own menus speak (`zh-CN`). */
export const displayLanguage = (): string => Office.context.displayLanguage;

/** Dark, light, or null where Excel does not say: Excel on the web leaves officeTheme out (office-js #6134). */
export function theme(): 'dark' | 'light' | null {
  const officeTheme: Office.OfficeTheme | undefined = Office.context.officeTheme;
  if (!officeTheme) return null;
  return officeTheme.isDarkTheme ? 'dark' : 'light';
}

/** Where the open workbook lies; empty outside of Office and for one that was never saved. */
export const documentPlace = (): string => (typeof Office === 'undefined' ? '' : (Office.context?.document?.url ?? ''));

/** What keeps apart the storage of add-ins that the web client frames for several tenants; absent on the desktop. */
export const partitionKey = (): string =>
  typeof Office === 'undefined' ? '' : ((Office.context as { partitionKey?: string } | undefined)?.partitionKey ?? '');
