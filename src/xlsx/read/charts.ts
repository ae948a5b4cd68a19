import type { BookChart, NotKept } from '../book';
import { relationshipsOf, type Relationship } from '../package/relationships';
import { child, find, parseXml, prefixedAttribute, type XmlNode } from '../package/xml';
import { partText, type Parts } from '../package/zip';
import { readFunnel, type NameLookup } from './chartEx';
import { readChart, type ChartContent } from './chart';

/** Size of a default cell in EMU, for anchors that give a size instead of a second corner. */
const cellWidth = 609_600;
const cellHeight = 190_500;

/** What a drawing is read with: charts that were found go into `drawn`, everything else into `notKept`. */
export interface DrawingSource {
  readonly parts: Parts;
  readonly names: NameLookup;
  readonly drawn: Set<string>;
  readonly notKept: NotKept[];
}

/** The charts of a drawing, as far as the model names them; others (waterfall, scatter, pictures) are not kept. */
export function readCharts(path: string, source: DrawingSource): BookChart[] {
  const xml = partText(source.parts, path);
  if (xml === undefined) return [];
  const related = relationshipsOf(source.parts, path);
  const targets = new Map(related.map((relationship) => [relationship.id, relationship]));
  return parseXml(xml, path).children.flatMap((anchor) => {
    const chart = anchoredChart(source, anchor, targets);
    if (!chart && !find(anchor, 'graphicFrame'))
      source.notKept.push({ part: path, reason: `shape or picture ${frameName(anchor)}`.trim() });
    return chart ?? [];
  });
}

type Targets = ReadonlyMap<string, Relationship>;

function anchoredChart(source: DrawingSource, anchor: XmlNode, targets: Targets): BookChart | undefined {
  const place = placeOf(anchor);
  if (!place) return undefined;
  const alternatives = child(anchor, 'AlternateContent');
  const content = (holder: XmlNode | undefined): ChartContent | undefined => frameContent(source, holder, targets);
  const fallback = content(child(alternatives, 'Fallback'));
  const chosen = content(alternatives ? child(alternatives, 'Choice') : anchor);
  const chart = chosen ?? fallback;
  if (!chart) return undefined;
  const spacer = chart.kind === 'funnel' ? spacerOf(fallback) : undefined;
  return { name: frameName(anchor), anchor: place, ...chart, ...(spacer && { spacer }) };
}

function frameContent(
  { parts, names, drawn }: DrawingSource,
  holder: XmlNode | undefined,
  targets: Targets,
): ChartContent | undefined {
  const reference = find(find(holder, 'graphicFrame'), 'chart');
  const target = reference && targets.get(prefixedAttribute(reference, 'id') ?? '');
  const xml = target && partText(parts, target.target);
  if (!target || xml === undefined) return undefined;
  const root = parseXml(xml, target.target);
  const content = target.kind === 'chartEx' ? readFunnel(root, names) : readChart(root);
  if (content) drawn.add(target.target);
  return content;
}

const frameName = (anchor: XmlNode): string => find(anchor, 'cNvPr')?.attributes['name'] ?? '';

/** The invisible first series of the stacked bar that stands for a funnel. */
function spacerOf(fallback: ChartContent | undefined): BookChart['spacer'] {
  if (fallback?.kind !== 'barStacked' || fallback.series.length !== 2) return undefined;
  const [{ valuesRef, values }] = fallback.series as [ChartContent['series'][number]];
  return { ref: valuesRef, values: values.map((value) => value ?? 0) };
}

function placeOf(anchor: XmlNode): BookChart['anchor'] | undefined {
  const from = child(anchor, 'from');
  if (!from) return undefined;
  const to = child(anchor, 'to');
  const [fromRow, fromColumn] = [number(from, 'row'), number(from, 'col')];
  if (to) return { fromRow, fromColumn, toRow: number(to, 'row'), toColumn: number(to, 'col') };
  const { cx = '0', cy = '0' } = child(anchor, 'ext')?.attributes ?? {};
  const toRow = fromRow + Math.ceil(Number(cy) / cellHeight);
  return { fromRow, fromColumn, toRow, toColumn: fromColumn + Math.ceil(Number(cx) / cellWidth) };
}

const number = (node: XmlNode, name: string): number => Number(child(node, name)?.text ?? 0);
