import type { BookSheet } from '../../xlsx/book';
import type { Protection } from '../store/sheet';

/** `Excel.WorksheetProtectionOptions` and the file's words. */
const OPTIONS: Readonly<Record<string, string>> = {
  allowAutoFilter: 'autoFilter',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowEditObjects: 'objects',
  allowEditScenarios: 'scenarios',
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowInsertRows: 'insertRows',
  allowPivotTables: 'pivotTables',
  allowSort: 'sort',
};

/** Which cells can still be selected. */
const SELECTIONS = {
  Normal: ['selectLockedCells', 'selectUnlockedCells'],
  Unlocked: ['selectUnlockedCells'],
  None: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export function toLiveProtection({ protected: on, permissions = SELECTIONS.Normal }: BookSheet): Protection | null {
  if (!on) return null;
  const locked = permissions.includes('selectLockedCells');
  const selectionMode = locked ? 'Normal' : permissions.includes('selectUnlockedCells') ? 'Unlocked' : 'None';
  const allowed = Object.entries(OPTIONS).map(([option, word]) => [option, permissions.includes(word)]);
  return { options: { ...Object.fromEntries(allowed), selectionMode } };
}

export function toFileProtection(protection: Protection | null): Pick<BookSheet, 'protected' | 'permissions'> {
  if (!protection) return {};
  const { options } = protection;
  const allowed = Object.entries(OPTIONS).flatMap(([option, word]) => (options[option] === true ? [word] : []));
  const selections = SELECTIONS[(options.selectionMode ?? 'Normal') as keyof typeof SELECTIONS];
  return { protected: true, permissions: [...allowed, ...selections] };
}
