/**
 * What a protected sheet can still allow, by the attributes of `sheetProtection`. All but the two selections are
 * refused unless they are said to be allowed (the attribute is then `0`).
 */
export const permissions = [
  'formatCells',
  'formatColumns',
  'formatRows',
  'insertColumns',
  'insertRows',
  'insertHyperlinks',
  'deleteColumns',
  'deleteRows',
  'sort',
  'autoFilter',
  'pivotTables',
] as const;

/** Allowed unless the attribute is `1`. */
export const refusals = ['selectLockedCells', 'selectUnlockedCells', 'objects', 'scenarios'] as const;

/** What Excel allows when nobody chooses. */
export const standardPermissions: readonly string[] = ['selectLockedCells', 'selectUnlockedCells'];
