import { requireArgument } from '../../errors';
import { autoFill } from '../../edit/autoFill';
import { clearCells } from '../../edit/clear';
import { copyAreas } from '../../edit/copy';
import { replaceAll, type ReplaceCriteria } from '../../edit/find';
import { mergeCells, unmergeCells } from '../../edit/merge';
import { moveCells } from '../../edit/move';
import { group, showDetails, ungroup } from '../../edit/outline';
import { requirePlace } from '../../edit/resolve';
import { deleteCells } from '../../edit/shiftCells';
import { select } from '../../edit/sheets';
import type { HostClass } from '../hostClass';
import { areasArgument, oneOf, rangeArgument, record, text } from '../convert';
import { RangeTarget } from '../targets';

type Methods = NonNullable<HostClass<RangeTarget>['methods']>;

export const CLEAR_WHAT = ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'] as const;
export const COPY_WHAT = ['All', 'Formulas', 'Values', 'Formats', 'Link'] as const;

const GROUP_BY = ['ByRows', 'ByColumns'] as const;

const AUTO_FILL = [
  'FillDefault',
  'FillCopy',
  'FillSeries',
  'FillFormats',
  'FillValues',
  'FillDays',
  'FillWeekdays',
  'FillMonths',
  'FillYears',
  'LinearTrend',
  'GrowthTrend',
  'FlashFill',
] as const;

/** `Range` methods that change cells. */
export const RANGE_ACTIONS: Methods = {
  Clear: ({ sheet, cells }, [what], { workbook }) => clearCells(workbook, sheet, cells, oneOf(what, CLEAR_WHAT, 'All')),
  Delete: ({ sheet, cells }, [shift], { workbook }) =>
    deleteCells(workbook, sheet, cells, oneOf(shift, ['Up', 'Left'] as const)),
  Merge: ({ sheet, cells }, [across], { workbook }) => mergeCells(workbook, sheet, cells, across === true),
  Unmerge: ({ sheet, cells }, _args, { workbook }) => unmergeCells(workbook, sheet, cells),
  Select: ({ sheet, cells }, _args, { workbook }) => select(workbook, sheet, [cells]),
  Calculate: (_target, _args, { workbook }) => workbook.calculateNow(),
  SetDirty: (_target, _args, { workbook }) => workbook.calculateNow(),
  ReplaceAll: ({ sheet, cells }, [from, to, criteria], { workbook }) =>
    replaceAll(workbook, sheet, cells, text(from), text(to), record(criteria ?? {}) as ReplaceCriteria),
  CopyFrom: (target, [source, what, skipBlanks, transpose], { workbook }) => {
    const sources =
      typeof source === 'string' ? [placeTarget(requirePlace(workbook, target.sheet, source))] : areasArgument(source);
    const options = {
      what: oneOf(what, COPY_WHAT, 'All'),
      skipBlanks: skipBlanks === true,
      transpose: transpose === true,
    };
    const areas = sources.map(({ cells }) => cells);
    const [from] = sources;
    requireArgument(from !== undefined);
    copyAreas(workbook, from.sheet, areas, target.sheet, target.cells, options);
  },
  MoveTo: (target, [destination], { workbook }) => {
    const to =
      typeof destination === 'string'
        ? placeTarget(requirePlace(workbook, target.sheet, destination))
        : rangeArgument(destination);
    moveCells(workbook, target.sheet, target.cells, to.sheet, to.cells);
  },
  AutoFill: (target, [destination, type], { workbook }) => {
    const to =
      typeof destination === 'string'
        ? requirePlace(workbook, target.sheet, destination).area
        : rangeArgument(destination).cells;
    autoFill(workbook, target.sheet, target.cells, to, oneOf(type, AUTO_FILL, 'FillDefault'));
  },
  Group: ({ sheet, cells }, [by], { workbook }) => group(workbook, sheet, cells, oneOf(by, GROUP_BY)),
  Ungroup: ({ sheet, cells }, [by], { workbook }) => ungroup(workbook, sheet, cells, oneOf(by, GROUP_BY)),
  ShowGroupDetails: ({ sheet, cells }, [by], { workbook }) =>
    showDetails(workbook, sheet, cells, oneOf(by, GROUP_BY), true),
  HideGroupDetails: ({ sheet, cells }, [by], { workbook }) =>
    showDetails(workbook, sheet, cells, oneOf(by, GROUP_BY), false),
  // No cell of the host has a rich value, so there is no card to show and nothing to convert.
  ShowCard: () => undefined,
  ConvertDataTypeToText: () => undefined,
};

function placeTarget({ sheet, area }: { sheet: RangeTarget['sheet']; area: RangeTarget['cells'] }): RangeTarget {
  return new RangeTarget(sheet, area);
}
