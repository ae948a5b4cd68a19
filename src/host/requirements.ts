/** The requirement sets of the Excel that the host plays, with their highest versions. */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  DialogApi: '1.2',
  RibbonApi: '1.2',
  KeyboardShortcuts: '1.1',
  DelayForCellEdit: '1.1',
  // Without it office.js drops the flags of concurrent and undoable requests.
  RichApiRuntimeFlag: '1.2',
  ExcelApiUndo: '1.17',
  AddInCommands: '1.3',
  TableBindings: '1.1',
  Settings: '1.1',
  DocumentEvents: '1.1',
};

function parts(version: string): [number, number] {
  const [major = '0', minor = '0'] = version.split('.');
  return [Number(major), Number(minor)];
}

/** `Office.context.requirements.isSetSupported`; names ignore case, no version means 1.1 or lower. */
export function isSupported(sets: Readonly<Record<string, string>>, name: string, version = '0'): boolean {
  const found = Object.keys(sets).find((key) => key.toLowerCase() === String(name).toLowerCase());
  if (found === undefined) return false;
  const [major, minor] = parts(sets[found] as string);
  const [wantedMajor, wantedMinor] = parts(version);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
