import type { ViewName } from './viewNeeds';

/** What a shortcut does: opens a view, or reads the workbook again. */
export type Act = { readonly route: ViewName } | 'reload';

/** A key of the pane. */
export interface Shortcut {
  /** Key of the text that says what it does. */
  readonly text: string;
  /** `KeyboardEvent.key` in small letters; a Chinese keyboard has a wide question mark. */
  readonly keys: readonly string[];
  /** With Ctrl, on a Mac also with Command; such a key works while typing, too. */
  readonly ctrl?: true;
  readonly act: Act;
}

/** The keys of the pane: what they do and what the list of them says. */
export const shortcuts: readonly Shortcut[] = [
  { text: 'keys.search', keys: ['k'], ctrl: true, act: { route: 'search' } },
  { text: 'keys.today', keys: ['t'], act: { route: 'today' } },
  { text: 'keys.log', keys: ['l'], act: { route: 'log' } },
  { text: 'keys.customer', keys: ['c'], act: { route: 'customer' } },
  { text: 'keys.funnel', keys: ['f'], act: { route: 'funnel' } },
  { text: 'keys.service', keys: ['s'], act: { route: 'service' } },
  { text: 'keys.reload', keys: ['r'], act: 'reload' },
  { text: 'keys.list', keys: ['?', '？'], act: { route: 'keys' } },
];

/** Keys that Excel hears wherever the focus is; bound in src/commands/shortcuts.json. */
export const excelShortcuts: readonly { readonly text: string; readonly key: string }[] = [
  { text: 'keys.today', key: 'Ctrl+Alt+Shift+T' },
  { text: 'keys.log', key: 'Ctrl+Alt+Shift+L' },
  { text: 'keys.funnel', key: 'Ctrl+Alt+Shift+F' },
  { text: 'keys.refresh', key: 'Ctrl+Alt+Shift+R' },
  { text: 'keys.setup', key: 'Ctrl+Alt+Shift+U' },
];

/** As keyboards have it printed. */
export const printed = ({ keys: [key], ctrl }: Shortcut): string => `${ctrl ? 'Ctrl+' : ''}${key!.toUpperCase()}`;

/** As `aria-keyshortcuts` wants it. */
export const spoken = ({ keys: [key], ctrl }: Shortcut): string => (ctrl ? `Control+${key}` : key!.toUpperCase());

/** The shortcut of a view. */
export const shortcutTo = (route: string): Shortcut | undefined =>
  shortcuts.find(({ act }) => act !== 'reload' && act.route === route);

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The shortcut of a key press; Alt is Excel's, and makes letters of some keyboards. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey }: Pressed): Shortcut | undefined {
  if (altKey) return undefined;
  const pressed = key.toLowerCase();
  return shortcuts.find(({ keys, ctrl }) => keys.includes(pressed) && (ctrl ?? false) === (ctrlKey || metaKey));
}

/** Whether letters belong to what has the focus: a field, or a menu or list that finds entries by them. */
export const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(hungry) !== null;

const hungry = [
  'input:not([type=checkbox], [type=radio], [type=button], [type=file])',
  'textarea',
  'select',
  '[contenteditable=true]',
  ...['combobox', 'listbox', 'menu', 'dialog', 'alertdialog', 'tree'].map((role) => `[role=${role}]`),
].join();
