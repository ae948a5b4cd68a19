import type { CellValue } from '../store/cell';
import type { PivotField, PivotItem, PivotTable } from '../store/pivot';
import type { Workbook } from '../store/workbook';
import { aggregate } from './aggregate';
import { itemKey } from './cache';
import { passesOwnFilters } from './itemFilters';
import { compareItems } from './order';
import { passesValueFilter } from './valueFilter';

/** A group of records that share the items on the way from the root. */
export interface PivotNode {
  readonly parent: PivotNode | null;
  /** Absent at the root, which is the grand total. */
  readonly item?: PivotItem;
  readonly field?: PivotField;
  /** 0 at the root. */
  readonly depth: number;
  /** Numbers of the records. */
  records: readonly number[];
  children: PivotNode[];
}

/** The item ids from the root down. */
export function pathOf(node: PivotNode): string[] {
  return node.parent && node.item ? [...pathOf(node.parent), node.item.id] : [];
}

/** The node that a path of item ids leads to; undefined when there are no such records. */
export function nodeAt(root: PivotNode, path: readonly string[]): PivotNode | undefined {
  let node: PivotNode | undefined = root;
  for (const id of path) node = node?.children.find(({ item }) => item?.id === id);
  return node;
}

/** A pivot table worked out: both axes as trees over the records that pass every filter. */
export class PivotResult {
  readonly rows: PivotNode;
  readonly columns: PivotNode;
  /** Which item a record has, by field. */
  private readonly itemOf = new Map<PivotField, (PivotItem | undefined)[]>();
  private readonly members = new Map<PivotNode, Uint8Array>();

  constructor(
    workbook: Workbook,
    private readonly pivot: PivotTable,
  ) {
    for (const field of pivot.fields) this.itemOf.set(field, this.itemsByRecord(field));
    const passing = this.recordsThatPass(workbook);
    this.columns = this.grow(pivot.axes.column, passing);
    this.rows = this.grow(pivot.axes.row, this.columns.records);
    // A value filter on a row takes its records from the columns too.
    if (this.rows.records.length < this.columns.records.length)
      this.columns = this.grow(pivot.axes.column, this.rows.records);
    this.sort(this.rows, this.columns);
    this.sort(this.columns, this.rows);
  }

  private itemsByRecord(field: PivotField): (PivotItem | undefined)[] {
    const items = new Map(field.items.map((item) => [itemKey(item.value), item]));
    return this.pivot.records.map((record) => items.get(itemKey(blankAsNull(record[field.column] ?? null))));
  }

  private recordsThatPass(workbook: Workbook): number[] {
    const placed = new Set([...this.pivot.axes.row, ...this.pivot.axes.column, ...this.pivot.axes.filter]);
    const refused = new Map<PivotField, Set<PivotItem>>();
    for (const field of this.pivot.fields) {
      // Label and date filters live on the axes; hidden items (also a slicer's) count wherever the field is.
      const passes = (item: PivotItem) => (placed.has(field) ? passesOwnFilters(workbook, field, item) : item.visible);
      const hidden = field.items.filter((item) => !passes(item));
      if (hidden.length > 0) refused.set(field, new Set(hidden));
    }
    return this.pivot.records
      .map((_, record) => record)
      .filter((record) => [...refused].every(([field, hidden]) => !hidden.has(this.item(field, record) as PivotItem)));
  }

  private item(field: PivotField, record: number): PivotItem | undefined {
    return this.itemOf.get(field)?.[record];
  }

  private grow(fields: readonly PivotField[], records: readonly number[]): PivotNode {
    const root: PivotNode = { parent: null, depth: 0, records, children: [] };
    this.addChildren(root, fields);
    return root;
  }

  private addChildren(node: PivotNode, fields: readonly PivotField[]): void {
    const field = fields[node.depth];
    if (!field) return;
    node.children = this.groups(field, node.records)
      .map(([item, records]): PivotNode => ({
        parent: node,
        item,
        field,
        depth: node.depth + 1,
        records,
        children: [],
      }))
      .filter((child) => field.showAllItems || child.records.length > 0);
    node.children = passesValueFilter(field, node.children, (child, name) => this.valueByName(child, name));
    for (const child of node.children) this.addChildren(child, fields);
    // A filter further in takes its records from the groups around it as well.
    node.records = node.children.flatMap((child) => child.records).sort((a, b) => a - b);
  }

  private groups(field: PivotField, records: readonly number[]): [PivotItem, number[]][] {
    const groups = new Map<PivotItem, number[]>(field.items.filter(({ visible }) => visible).map((item) => [item, []]));
    for (const record of records) groups.get(this.item(field, record) as PivotItem)?.push(record);
    return [...groups];
  }

  private valueByName(node: PivotNode, name: string): CellValue {
    const data = this.pivot.data.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    return data ? this.total(data, node.records) : null;
  }

  private total(data: PivotTable['data'][number], records: readonly number[]): CellValue {
    return aggregate(
      data.summarizeBy,
      records.map((record) => this.pivot.records[record]?.[data.field.column] ?? null),
    );
  }

  /** The plain value of a cell; null where both groups share no record. */
  value(data: PivotTable['data'][number], row: PivotNode, column: PivotNode): CellValue {
    const isIn = this.membersOf(column);
    const records = row.records.filter((record) => isIn[record] === 1);
    return records.length === 0 ? null : this.total(data, records);
  }

  /** 1 at the numbers of a group's records; kept, because every row asks for every column. */
  private membersOf(node: PivotNode): Uint8Array {
    const known = this.members.get(node);
    if (known) return known;
    const members = new Uint8Array(this.pivot.records.length);
    for (const record of node.records) members[record] = 1;
    this.members.set(node, members);
    return members;
  }

  private sort(node: PivotNode, others: PivotNode): void {
    const field = node.children[0]?.field;
    if (field) {
      const compare = compareItems(field, this.pivot.options.useCustomSortLists);
      node.children.sort((a, b) => compare(a.item as PivotItem, b.item as PivotItem));
      if (field.sort.by === 'values') this.sortByValues(node, field.sort, others);
    }
    for (const child of node.children) this.sort(child, others);
  }

  private sortByValues(node: PivotNode, sort: Extract<PivotField['sort'], { by: 'values' }>, others: PivotNode): void {
    const scope = nodeAt(others, sort.scope);
    const value = (child: PivotNode) => (scope ? Number(this.value(sort.data, child, scope) ?? 0) : 0);
    node.children.sort((a, b) => (sort.ascending ? 1 : -1) * (value(a) - value(b)));
  }
}

function blankAsNull(value: CellValue): CellValue {
  return value === '' ? null : value;
}
