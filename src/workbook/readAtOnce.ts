import type { Opened, RunOptions } from '../actions/home';
import { metaRow } from '../template/bindings';
import { decodeWorkbook, type RawTable } from '../template/decode';
import { versionName, workbookName } from '../template/definedNames';
import { languageOf } from '../template/environment';
import type { Needs } from '../template/needs';
import { askFacts } from './facts';
import { once, valuesOf } from './gateway';
import { askDateSystem } from './inspect';
import { runsOf } from './layout';
import { isWanted, metaText, tablesFor, type RememberedLayout, type RememberedTable } from './rememberedLayout';

/**
 * Reads what is needed in one request, as the remembered layout has it, together with everything that tells whether that
 * layout still holds. `null` when it does not, or when it does not say enough; Excel's own errors (a table is gone) are
 * thrown. Rows may have come and gone: ranges are those that the tables have now.
 */
export async function readAtOnce(
  context: Excel.RequestContext,
  remembered: RememberedLayout,
  needs: Needs | undefined,
  { signal, onProgress }: RunOptions,
): Promise<Opened | null> {
  const tables = tablesFor(remembered, needs);
  if (!tables) return null;
  signal?.throwIfAborted();
  const facts = askFacts(context);
  const is1904 = askDateSystem(context);
  const holds = askStructure(context, remembered);
  const looks = tables.map((table) => askTable(context, table, needs));
  await context.sync();
  signal?.throwIfAborted();
  if (!holds() || !looks.every((look) => look.holds())) return null;
  onProgress?.({ done: 1, total: 1, label: 'read.tables' });
  const snapshot = decodeWorkbook(
    looks.flatMap((look) => look.strips()),
    is1904(),
  );
  const { version, identity } = remembered;
  return { facts: facts({ version, identity, language: languageOf(snapshot) }), snapshot };
}

type Ask<T> = () => T;

/** Version, identity and meta table; after the sync: whether they are what was remembered. */
function askStructure({ workbook }: Excel.RequestContext, remembered: RememberedLayout): Ask<boolean> {
  const { name } = remembered.tables.find(({ id }) => id === 'meta')!;
  const meta = workbook.tables.getItem(name);
  const sheet = meta.worksheet.load('name');
  const rows = once(meta.getDataBodyRange()).load('values');
  const version = workbook.names.getItem(versionName).load('formula');
  const identity = workbook.names.getItem(workbookName).load('formula');
  return () =>
    version.formula === `=${remembered.version}` &&
    identity.formula === `="${remembered.identity}"` &&
    sheet.name === remembered.metaSheet &&
    metaText(valuesOf(rows).map(metaRow)) === remembered.meta;
}

interface TableLook {
  readonly holds: Ask<boolean>;
  readonly strips: Ask<RawTable[]>;
}

function askTable({ workbook }: Excel.RequestContext, table: RememberedTable, needs: Needs | undefined): TableLook {
  const { id, name, captions, columnIds } = table;
  const excelTable = workbook.tables.getItem(name);
  const header = once(excelTable.getHeaderRowRange()).load('values');
  const renamed = table.renamed.map(([position, officeId]) => ({
    officeId,
    column: excelTable.columns.getItemAt(position).load('id'),
  }));
  const body = once(excelTable.getDataBodyRange()).load('rowIndex');
  const strips = runsOf(columnIds.length, (position) => isWanted(table, position, needs)).map(({ from, count }) => ({
    columnIds: columnIds.slice(from, from + count),
    range: once(once(body.getColumn(from)).getResizedRange(0, count - 1)).load('values'),
  }));
  return {
    holds: () => {
      const [found] = valuesOf(header);
      const isSame = found!.length === captions.length && found!.every((cell, at) => cell === captions[at]);
      return isSame && renamed.every(({ officeId, column }) => column.id === officeId);
    },
    strips: () =>
      strips.map((strip) => ({
        ...{ table: id, firstRow: body.rowIndex + 1 },
        ...{ columnIds: strip.columnIds, rows: valuesOf(strip.range) },
      })),
  };
}
