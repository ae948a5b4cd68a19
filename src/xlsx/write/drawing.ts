import type { BookChart, BookName } from '../book';
import type { PackageEditor } from '../package/editor';
import { namespaces } from '../package/names';
import { element, textElement, xmlHeader } from '../package/xml';
import { chartXml, funnelFallbackXml } from './chart';
import { funnelXml, type FunnelNames } from './chartEx';

/** Numbers of chart parts and of hidden names run through the whole book. */
export interface DrawingState {
  drawings: number;
  charts: number;
  funnels: number;
  readonly names: BookName[];
}

export const newDrawingState = (): DrawingState => ({ drawings: 0, charts: 0, funnels: 0, names: [] });

/** Adds a sheet's charts and the drawing that places them; returns the drawing's path. */
export function addDrawing(editor: PackageEditor, charts: readonly BookChart[], state: DrawingState): string {
  const path = `xl/drawings/drawing${++state.drawings}.xml`;
  const anchors = charts.map((chart, index) => anchorXml(chart, frames(editor, path, chart, index + 2, state)));
  editor.add(
    path,
    'drawing',
    xmlHeader +
      element('xdr:wsDr', { 'xmlns:xdr': namespaces.sheetDrawing, 'xmlns:a': namespaces.drawing }, ...anchors),
  );
  return path;
}

function frames(editor: PackageEditor, drawing: string, chart: BookChart, id: number, state: DrawingState): string {
  if (chart.kind !== 'funnel') return nativeFrame(editor, drawing, chart, chartXml(chart), id, state);
  const path = `xl/charts/chartEx${++state.funnels}.xml`;
  editor.add(path, 'chartEx', funnelXml(chart, hideNames(chart, state), state.funnels));
  const funnel = frameXml(chart, id, namespaces.chartEx, 'cx', editor.relate(drawing, path, 'chartEx'));
  const fallback = nativeFrame(editor, drawing, chart, funnelFallbackXml(chart), id, state);
  // cx2 is what Office requires of readers for a funnel, although the elements are of the first chartex namespace.
  return element(
    'mc:AlternateContent',
    { 'xmlns:mc': namespaces.compatibility },
    element('mc:Choice', { 'xmlns:cx2': namespaces.chartEx2, Requires: 'cx2' }, funnel),
    element('mc:Fallback', {}, fallback),
  );
}

function nativeFrame(
  editor: PackageEditor,
  drawing: string,
  chart: BookChart,
  xml: string,
  id: number,
  state: DrawingState,
): string {
  const path = `xl/charts/chart${++state.charts}.xml`;
  editor.add(path, 'chart', xml);
  return frameXml(chart, id, namespaces.chart, 'c', editor.relate(drawing, path, 'chart'));
}

function frameXml(chart: BookChart, id: number, uri: string, prefix: string, relationship: string): string {
  const reference = element(`${prefix}:chart`, {
    [`xmlns:${prefix}`]: uri,
    'xmlns:r': namespaces.relationships,
    'r:id': relationship,
  });
  return element(
    'xdr:graphicFrame',
    { macro: '' },
    element(
      'xdr:nvGraphicFramePr',
      {},
      element('xdr:cNvPr', { id, name: chart.name }),
      element('xdr:cNvGraphicFramePr'),
    ),
    element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })),
    element('a:graphic', {}, element('a:graphicData', { uri }, reference)),
  );
}

function anchorXml({ anchor }: BookChart, frame: string): string {
  return element(
    'xdr:twoCellAnchor',
    {},
    cornerXml('from', anchor.fromRow, anchor.fromColumn),
    cornerXml('to', anchor.toRow, anchor.toColumn),
    frame,
    element('xdr:clientData'),
  );
}

function cornerXml(name: 'from' | 'to', row: number, column: number): string {
  const places = { col: column, colOff: 0, row, rowOff: 0 };
  return element(
    `xdr:${name}`,
    {},
    ...Object.entries(places).map(([place, value]) => textElement(`xdr:${place}`, String(value))),
  );
}

function hideNames({ series: [series] }: BookChart, state: DrawingState): FunnelNames {
  const hide = (formula: string | undefined): string => {
    if (formula === undefined) return '';
    const name = `_xlchart.v1.${state.names.length}`;
    state.names.push({ name, formula, hidden: true });
    return name;
  };
  const { categoriesRef, nameRef, valuesRef } = series!;
  return { categories: hide(categoriesRef), title: hide(nameRef), values: hide(valuesRef) };
}
