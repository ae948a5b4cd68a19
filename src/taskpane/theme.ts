import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/** Excel's green as a Fluent ramp: 80 is the button's fill (5.2:1 under white text), 100 and up are for dark surfaces. */
const green: BrandVariants = {
  10: '#03130a',
  20: '#072415',
  30: '#0a3720',
  40: '#0c4729',
  50: '#0d5630',
  60: '#0e6237',
  70: '#0f703c',
  80: '#107c41',
  90: '#2b8a55',
  100: '#4fa674',
  110: '#6cbd8e',
  120: '#86cba3',
  130: '#a0d8b7',
  140: '#bbe5cb',
  150: '#d5f0df',
  160: '#eef9f2',
};

const light = createLightTheme(green);
const dark: Theme = {
  ...createDarkTheme(green),
  colorBrandForeground1: green[110],
  colorBrandForeground2: green[120],
  // Fluent's red is for icons: as small text it has 3.9:1 on the pane.
  colorStatusDangerForeground1: '#e8939a',
};

/** High contrast needs no theme: Fluent follows the system's forced colours in either of these. */
export const themes: Readonly<Record<'light' | 'dark', Theme>> = { light, dark };
