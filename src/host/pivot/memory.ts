import type { PivotTable, RememberedPivot } from '../store/pivot';

/** What a pivot table shows and how, to go back to when a change cannot be drawn. */
export function remember(pivot: PivotTable): RememberedPivot {
  const { fields, records, data, axes, layout } = pivot;
  return {
    pivot: { fields, records, data: [...data] },
    axes: { row: [...axes.row], column: [...axes.column], filter: [...axes.filter] },
    layout: { ...layout },
    fields: fields.map((field) => ({ ...field, filters: { ...field.filters } })),
    items: fields.map((field) => field.items.map((item) => ({ ...item }))),
    data: data.map((each) => ({ ...each })),
  };
}

/** Puts everything back as it was remembered. */
export function goBack(pivot: PivotTable, before: RememberedPivot): void {
  Object.assign(pivot, before.pivot);
  Object.assign(pivot.axes, before.axes);
  Object.assign(pivot.layout, before.layout);
  for (const [index, each] of pivot.data.entries()) Object.assign(each, before.data[index]);
  for (const [index, field] of pivot.fields.entries()) {
    Object.assign(field, before.fields[index]);
    for (const [place, item] of field.items.entries()) Object.assign(item, before.items[index]?.[place]);
  }
}
