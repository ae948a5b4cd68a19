/** Something that is true of a workbook when a sample has run, read back by another client. */
export interface Fact {
  says: string;
  read(workbook: Excel.Workbook): Promise<unknown>;
  is: unknown;
}

type Workbook = Excel.Workbook;

/** What all of the host's objects have. */
interface Loadable {
  context: OfficeExtension.ClientRequestContext;
  load(names: string): unknown;
}

function walk(from: unknown, path: string): unknown {
  return path.split('/').reduce((value, name) => (value as Record<string, unknown>)[name], from);
}

/** A property, `axes/valueAxis/displayUnit`, of an object of the workbook. */
export function has(says: string, find: (workbook: Workbook) => Loadable, path: string, is: unknown): Fact {
  const read = async (workbook: Workbook) => {
    const object = find(workbook);
    object.load(path);
    await object.context.sync();
    return walk(object, path);
  };
  return { says, read, is };
}

/** One property of each item of a collection. */
export function lists(says: string, find: (workbook: Workbook) => Loadable, path: string, is: unknown[]): Fact {
  const read = async (workbook: Workbook) => {
    const collection = find(workbook);
    collection.load(`items/${path}`);
    await collection.context.sync();
    return (collection as unknown as { items: unknown[] }).items.map((item) => walk(item, path));
  };
  return { says, read, is };
}

/** How many items a collection has. */
export function counts(
  says: string,
  find: (workbook: Workbook) => { getCount(): OfficeExtension.ClientResult<number> },
  is: number,
): Fact {
  const read = async (workbook: Workbook) => {
    const count = find(workbook).getCount();
    await workbook.context.sync();
    return count.value;
  };
  return { says, read, is };
}

/** Whether an `...OrNullObject` is missing. */
export function isMissing(says: string, find: (workbook: Workbook) => Loadable & { isNullObject: boolean }): Fact {
  const read = async (workbook: Workbook) => {
    const object = find(workbook);
    object.load('isNullObject');
    await object.context.sync();
    return object.isNullObject;
  };
  return { says, read, is: true };
}

export const sheet =
  (name = 'Sample') =>
  (workbook: Workbook) =>
    workbook.worksheets.getItem(name);

export const range =
  (address: string, on = 'Sample') =>
  (workbook: Workbook) =>
    sheet(on)(workbook).getRange(address);

export const chart =
  (index = 0, on = 'Sample') =>
  (workbook: Workbook) =>
    sheet(on)(workbook).charts.getItemAt(index);

export const table = (name: string) => (workbook: Workbook) => workbook.tables.getItem(name);

/** The values of cells. */
export function cells(says: string, address: string, is: unknown[][], on = 'Sample'): Fact {
  return has(says, range(address, on), 'values', is);
}
