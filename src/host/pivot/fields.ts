import { HostError, requireArgument } from '../errors';
import type { Place } from '../edit/resolve';
import { cloneGraph } from '../offline/clone';
import type { Aggregation, DataField, PivotAxis, PivotField, PivotSource } from '../store/pivot';
import { PivotTable } from '../store/pivot';
import type { Sheet } from '../store/sheet';
import type { Anchor, Workbook } from '../store/workbook';
import { AGGREGATION_NAMES, automaticFunction } from './aggregate';
import { readSource } from './cache';
import { drawPivot, pivotsOf } from './draw';

function freeName(workbook: Workbook): string {
  for (let number = 1; ; number++) {
    const name = `PivotTable${number}`;
    if (!pivotsOf(workbook).some((pivot) => pivot.name === name)) return name;
  }
}

function newId(workbook: Workbook): string {
  return `{${String(workbook.nextNumber('pivot')).padStart(8, '0')}-0000-0000-0000-000000000001}`;
}

/** The pivot tables of a copied sheet: same name, same source (rule `pivot-copied-with-sheet`). */
export function copyPivots(workbook: Workbook, from: Sheet, to: Sheet): void {
  for (const pivot of pivotsOf(workbook, from)) {
    const source = 'table' in pivot.source ? pivot.source : { anchor: { ...pivot.source.anchor } };
    const twin = cloneGraph(
      pivot,
      new Map<object, unknown>([
        [from, to],
        [pivot.source, source],
      ]),
    );
    workbook.pivots.push(Object.assign(twin, { id: newId(workbook) }));
    workbook.anchors.add(twin.anchor);
    if ('anchor' in source) workbook.anchors.add(source.anchor);
  }
}

/**
 * Adds an empty pivot table at the top left cell of a place.
 * @throws ItemAlreadyExists when its sheet has one of that name, InvalidArgument for a bad source,
 * PivotTableRangeConflict
 */
export function addPivot(
  workbook: Workbook,
  name: string | undefined,
  source: PivotSource,
  { sheet, area }: Place,
): PivotTable {
  assertFreeName(workbook, sheet, name);
  const anchor: Anchor = { sheet, area: { ...area, rows: 1, columns: 1 } };
  const pivot = new PivotTable(newId(workbook), name || freeName(workbook), source, anchor);
  readSource(workbook, pivot);
  drawPivot(workbook, pivot);
  workbook.pivots.push(pivot);
  workbook.anchors.add(anchor);
  if ('anchor' in source) workbook.anchors.add(source.anchor);
  return pivot;
}

function assertFreeName(workbook: Workbook, sheet: PivotTable['sheet'], name: string | undefined): void {
  const taken = pivotsOf(workbook, sheet).some((other) => other.name.toLowerCase() === name?.toLowerCase());
  if (taken) throw new HostError('ItemAlreadyExists');
}

/** @throws ItemAlreadyExists, InvalidArgument */
export function renamePivot(workbook: Workbook, pivot: PivotTable, name: string): void {
  requireArgument(name !== '');
  if (name.toLowerCase() !== pivot.name.toLowerCase()) assertFreeName(workbook, pivot.sheet, name);
  pivot.name = name;
}

/** Puts a field at the end of an axis; it leaves the axis where it was (rule `pivot-one-axis`). */
export function addToAxis(workbook: Workbook, pivot: PivotTable, axis: PivotAxis, field: PivotField): void {
  for (const each of ['row', 'column', 'filter'] as const) without(pivot.axes[each], field);
  pivot.axes[axis].push(field);
  drawPivot(workbook, pivot);
}

function without<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}

/** @throws ItemNotFound when the field is not on the axis */
export function removeFromAxis(workbook: Workbook, pivot: PivotTable, axis: PivotAxis, field: PivotField): void {
  if (!pivot.axes[axis].includes(field)) throw new HostError('ItemNotFound');
  without(pivot.axes[axis], field);
  drawPivot(workbook, pivot);
}

/** @throws InvalidArgument outside 0 ... count - 1 */
export function moveInList<T>(list: T[], item: T, position: number): void {
  requireArgument(position >= 0 && position < list.length);
  without(list, item);
  list.splice(position, 0, item);
}

function freeDataName(pivot: PivotTable, wanted: string): string {
  const taken = (name: string) =>
    pivot.data.some((other) => [other.name, other.id].includes(name)) || pivot.field(name) !== undefined;
  let name = wanted;
  for (let number = 2; taken(name); number++) name = `${wanted}${number}`;
  return name;
}

/** Sums a field up, also one that is there already. */
export function addData(workbook: Workbook, pivot: PivotTable, field: PivotField): DataField {
  const summarizeBy = automatic(pivot, field);
  const name = freeDataName(pivot, `${AGGREGATION_NAMES[summarizeBy]} ${field.name}`);
  const showAs = { calculation: 'None' };
  const data: DataField = { id: name, name, isRenamed: false, field, summarizeBy, showAs, numberFormat: 'General' };
  pivot.data = [...pivot.data, data];
  drawPivot(workbook, pivot);
  return data;
}

/** @throws ItemNotFound */
export function removeData(workbook: Workbook, pivot: PivotTable, data: DataField): void {
  if (!pivot.data.includes(data)) throw new HostError('ItemNotFound');
  pivot.data = pivot.data.filter((other) => other !== data);
  drawPivot(workbook, pivot);
}

function automatic(pivot: PivotTable, field: PivotField): Aggregation {
  return automaticFunction(pivot.records.map((record) => record[field.column] ?? null));
}

/** Another function gives a data field that nobody renamed another name. `Automatic` chooses by the values. */
export function summarize(workbook: Workbook, pivot: PivotTable, data: DataField, by: Aggregation | 'Automatic'): void {
  data.summarizeBy = by === 'Automatic' ? automatic(pivot, data.field) : by;
  const wanted = `${AGGREGATION_NAMES[data.summarizeBy]} ${data.field.name}`;
  if (!data.isRenamed && !data.name.startsWith(wanted)) {
    data.name = '';
    data.name = freeDataName(pivot, wanted);
  }
  drawPivot(workbook, pivot);
}

/** @throws InvalidArgument when a field of the pivot table is called that */
export function renameData(workbook: Workbook, pivot: PivotTable, data: DataField, name: string): void {
  const others = pivot.data.filter((other) => other !== data).map((other) => other.name.toLowerCase());
  const taken = others.includes(name.toLowerCase()) || pivot.field(name) !== undefined;
  requireArgument(name !== '' && !taken, 'The name is blank or a field of the PivotTable has it.');
  Object.assign(data, { name, isRenamed: true });
  drawPivot(workbook, pivot);
}

/** @throws InvalidArgument when another field is called that */
export function renameField(workbook: Workbook, pivot: PivotTable, field: PivotField, name: string): void {
  const other = pivot.field(name);
  const taken = (other && other !== field) || pivot.data.some((data) => data.name.toLowerCase() === name.toLowerCase());
  requireArgument(name !== '' && !taken, 'The name is blank or a field of the PivotTable has it.');
  field.name = name;
  drawPivot(workbook, pivot);
}
