import type { PivotField, PivotItem, PivotTable } from '../store/pivot';
import type { PivotNode } from './tree';

/** One row of the body, or one column before its data fields are set side by side. */
export interface Line {
  kind: 'item' | 'subtotal' | 'grand' | 'blank';
  /** The records it sums up; absent for a blank line. */
  node?: PivotNode;
  /** The items to write on it, outermost first; a gap where an item stands on an earlier line. */
  labels: readonly (PivotItem | undefined)[];
  /** Whether it shows values: the line of a group whose subtotal comes below shows none. */
  hasValues: boolean;
}

interface Style {
  /** Groups begin on a line of their own. */
  ownLine: boolean;
  subtotals: 'AtTop' | 'AtBottom' | 'Off';
  blankLines: boolean;
  repeatLabels: boolean;
}

/** The items from the outermost group down. */
function chain(node: PivotNode): PivotItem[] {
  return node.parent && node.item ? [...chain(node.parent), node.item] : [];
}

function groupLines(node: PivotNode, style: Style, isFirst: (depth: number) => boolean): Line[] {
  const items = chain(node);
  const field = node.field as PivotField;
  const shownFrom = items.map((_, depth) => style.repeatLabels || isFirst(depth));
  const labels = items.map((item, depth) => (depth === items.length - 1 || shownFrom[depth] ? item : undefined));
  if (node.children.length === 0 || !node.item?.expanded) return [{ kind: 'item', node, labels, hasValues: true }];
  const subtotals = field.subtotals ? style.subtotals : 'Off';
  const own: Line = { kind: 'item', node, labels, hasValues: subtotals === 'AtTop' };
  const below = node.children.flatMap((child, index) =>
    groupLines(child, style, (depth) => {
      if (style.ownLine || index > 0) return false;
      return depth === items.length - 1 || isFirst(depth);
    }),
  );
  const total: Line = {
    kind: 'subtotal',
    node,
    labels: items.map((item, i) => (i < items.length - 1 ? undefined : item)),
    hasValues: true,
  };
  const blank: Line = { kind: 'blank', labels: [], hasValues: false };
  return [
    ...(style.ownLine ? [own] : []),
    ...below,
    ...(subtotals === 'AtBottom' ? [total] : []),
    ...(style.blankLines ? [blank] : []),
  ];
}

function treeLines(root: PivotNode, style: Style, hasGrandTotal: boolean): Line[] {
  const lines = root.children.flatMap((child) => groupLines(child, style, () => false));
  return hasGrandTotal ? [...lines, { kind: 'grand', node: root, labels: [], hasValues: true }] : lines;
}

/** The rows of the body. Without row fields there is one, of everything. */
export function rowLines({ layout, axes }: PivotTable, root: PivotNode): Line[] {
  if (axes.row.length === 0) return [{ kind: 'item', node: root, labels: [], hasValues: true }];
  const tabular = layout.layoutType === 'Tabular';
  const style: Style = {
    ownLine: !tabular,
    subtotals: tabular && layout.subtotalLocation === 'AtTop' ? 'AtBottom' : layout.subtotalLocation,
    blankLines: layout.blankLines,
    repeatLabels: layout.repeatLabels && layout.layoutType !== 'Compact',
  };
  return treeLines(root, style, layout.showColumnGrandTotals);
}

/** The columns of the body: always side by side, totals on the right. */
export function columnLines({ layout, axes }: PivotTable, root: PivotNode): Line[] {
  if (axes.column.length === 0) return [{ kind: 'item', node: root, labels: [], hasValues: true }];
  const subtotals = layout.subtotalLocation === 'Off' ? 'Off' : 'AtBottom';
  const style: Style = { ownLine: false, subtotals, blankLines: false, repeatLabels: false };
  return treeLines(root, style, layout.showRowGrandTotals);
}
