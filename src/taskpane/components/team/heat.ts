import { makeStyles, tokens } from '@fluentui/react-components';

export const heatLevels = ['none', 'some', 'much', 'over', 'unknown'] as const;
export type Heat = (typeof heatLevels)[number];

/** From this share of the capacity on a week is nearly full. */
const muchFrom = 0.8;

/** How warm a week is; without a capacity nobody knows. */
export function heatOf(visits: number, capacity: number | null): Heat {
  if (visits === 0) return 'none';
  if (capacity === null) return 'unknown';
  if (visits > capacity) return 'over';
  return visits >= capacity * muchFrom ? 'much' : 'some';
}

/** High contrast knows no shades: lines tell the levels apart, and the worst has the system's own fill. */
const forced = '@media (forced-colors: active)';

export const useHeatStyles = makeStyles({
  none: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground3 },
  unknown: {
    backgroundColor: tokens.colorNeutralBackground5,
    color: tokens.colorNeutralForeground1,
    [forced]: { outline: '1px dotted CanvasText', outlineOffset: '-1px' },
  },
  some: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground3,
    [forced]: { outline: '1px solid CanvasText', outlineOffset: '-1px' },
  },
  much: {
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorNeutralForeground1,
    [forced]: { outline: '3px double CanvasText', outlineOffset: '-3px' },
  },
  over: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    [forced]: { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
  },
});
