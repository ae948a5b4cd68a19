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

export const useHeatStyles = makeStyles({
  none: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground3 },
  unknown: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground1 },
  some: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground3 },
  much: { backgroundColor: tokens.colorStatusWarningBackground2, color: tokens.colorNeutralForeground1 },
  over: { backgroundColor: tokens.colorStatusDangerBackground3, color: tokens.colorNeutralForegroundOnBrand },
});
