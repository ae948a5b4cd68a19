import { template } from '../../template/load';
import type { Language, TableDef } from '../../template/types';

/** `Table[Caption]`, `Table[[A]:[B]]`, `Table[@[A]:[B]]`, and of the row it stands in `[@Caption]` or `[@[Long caption]]`. */
const reference = /(?:\b([A-Za-z]+))?(\[(?:@?\[[^[\]]+\](?::\[[^[\]]+\])?|@?[^[\]]+)\])/g;

/**
 * An example in the captions of another language's workbook, `formula` being written in English ones.
 * Throws for a reference to a table or column that a CRM workbook does not have: people copy examples.
 */
export function exampleIn(language: Language, formula: string): string {
  const own = [...formula.matchAll(reference)].filter(([, table]) => !table).flatMap(([, , rest]) => captionsIn(rest!));
  const around = template.tables.find((table) => own.every((caption) => column(table, caption)));
  if (!around) throw new Error(`no table has all of ${own.join(', ')}: ${formula}`);
  const inWords = formula.replace(/"([^"]+)"/g, (_, text: string) => `"${unitIn(language, text) ?? text}"`);
  return inWords.replace(reference, (_, name: string | undefined, rest: string) => {
    const table = name ? template.tables.find(({ tableName }) => tableName === name) : around;
    if (!table) throw new Error(`no table ${name}: ${formula}`);
    return (name ?? '') + renamed(table, rest, language);
  });
}

/** Units are the only labels that examples write out. */
const unitIn = (language: Language, label: string): string | undefined =>
  template.lists.cadenceUnit!.find((unit) => unit.label.en === label)?.label[language];

const captionsIn = (rest: string): string[] => [...rest.matchAll(/[^[\]@:]+/g)].map(([caption]) => caption);

const column = (table: TableDef, caption: string) =>
  table.columns.find((candidate) => candidate.caption.en === caption);

function renamed(table: TableDef, rest: string, language: Language): string {
  const captions = rest.replace(/[^[\]@:]+/g, (caption) => {
    const found = column(table, caption);
    if (!found) throw new Error(`no column ${caption} in ${table.tableName}`);
    return found.caption[language];
  });
  // Excel shows brackets around a caption only where it needs them.
  return captions.replace(/^\[@\[([\w\u4e00-\u9fff]+)\]\]$/, '[@$1]');
}
