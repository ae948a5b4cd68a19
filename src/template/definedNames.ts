import { names as nameFormulas } from '../../templates';
import { dashboardCells } from './dashboard';
import { columnFormula, defaultConditions, renderFormula, type Names } from './formula';
import { schemaVersion, template } from './load';

/** Hidden name that holds the version of the structure. */
export const versionName = 'crm_schema_version';

/** Name that holds the identity of the workbook: a random text id, `="W-7F3K9QXA"`; key of what a machine remembers of it. */
export const workbookName = 'crm_workbook';

/** Hidden name that marks the dashboard's first cell: follows renames and moves of the sheet. */
export const dashboardName = 'crm_dashboard';

const labelName = /crm_([a-zA-Z]+)_([a-zA-Z]+)/g;

/** Every defined name: fixed ones, a label per code that a formula uses, a range per list, the version (decisions 1, 6, 22). */
export function definedNames(names: Names): { name: string; formula: string }[] {
  const render = (text: string) => renderFormula(text, null, names, 'file');
  return [
    ...usedLabels().map(([list, code]) => ({
      name: `crm_${list}_${code}`,
      formula: render(`INDEX({lists.label},MATCH("${list}.${code}",{lists.key},0))`),
    })),
    ...usedLists().map((list) => ({ name: listName(list), formula: render(listRange(list)) })),
    ...Object.entries(nameFormulas).map(([name, text]) => ({ name, formula: render(text) })),
    { name: versionName, formula: String(schemaVersion) },
  ];
}

export const listName = (list: string) => `crm_list_${list}`;

const listRange = (list: string) => {
  const first = `MATCH("${list}",{lists.list},0)`;
  return `INDEX({lists.label},${first}):INDEX({lists.label},${first}+COUNTIF({lists.list},"${list}")-1)`;
};

const usedLists = () => [
  ...new Set(template.tables.flatMap((table) => table.columns.flatMap((column) => column.list ?? []))),
];

/** The `crm_<list>_<code>` names that formulas, dashboard and fixed names mention. */
export function usedLabels(): [string, string][] {
  const texts = [
    ...template.tables.flatMap((table) =>
      table.columns.map((column) => columnFormula(table, column, defaultConditions) ?? ''),
    ),
    ...dashboardCells('en').map((cell) => cell.formula ?? ''),
    ...Object.values(nameFormulas),
  ];
  const found = texts.flatMap((text) =>
    [...text.matchAll(labelName)].map((match) => match.slice(1) as [string, string]),
  );
  const labels = found.filter(([list, code]) => template.lists[list]?.some((item) => item.code === code));
  return [...new Map(labels.map((label) => [label.join('.'), label])).values()];
}
