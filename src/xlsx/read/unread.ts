import type { NotKept } from '../book';
import { partText, type Parts } from '../package/zip';
import { child, type XmlNode } from '../package/xml';
import { filtersByLook } from './filters';

/** Kinds of parts that the model has no place for. */
const unreadPaths: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^xl\/pivotTables\/[^/]+$/i, 'pivot table (its cells stay as values)'],
  [/^xl\/pivotCache\/pivotCacheDefinition[^/]*$/i, 'data behind pivot tables'],
  [/^xl\/(slicers|timelines)\/[^/]+$/i, 'slicers and timelines'],
  [/^xl\/externalLinks\/[^/]+$/i, 'link to another workbook'],
  [/^xl\/(connections\.xml|queryTables\/.+|customData\/.+|model\/.+)$/i, 'connection to outside data'],
  [/^xl\/vbaProject\.bin$/i, 'macros'],
  [/^xl\/(ctrlProps|activeX|embeddings)\/[^/]+$/i, 'controls and embedded objects'],
  [/^xl\/(chartsheets|dialogsheets|macrosheets)\/[^/]+$/i, 'sheet that is no worksheet'],
  [/^xl\/media\/[^/]+$/i, 'picture'],
  [/^xl\/diagrams\/data[^/]*$/i, 'SmartArt'],
  [/^xl\/richData\/rdrichvalue\.xml$/i, 'linked data types and pictures in cells'],
  [/^customUI\/.+/i, 'own ribbon'],
  [/^_xmlsignatures\/.+\.xml$/i, 'digital signature'],
];

/** What stands inside parts that are read otherwise. */
const unreadText: readonly (readonly [path: RegExp, text: RegExp, reason: string])[] = [
  [/sharedStrings\.xml$/i, /<(\w+:)?r>/, 'formats of single characters (the text stays)'],
  [/styles\.xml$/i, /<(\w+:)?gradientFill\b/, 'gradient fills'],
  [/styles\.xml$/i, /patternType="(?!none|solid|gray125)\w/, 'fill patterns'],
  [/styles\.xml$/i, /<(\w+:)?cellStyle [^>]*name="(?!Normal")/, 'names of cell styles (cells keep their look)'],
  [/styles\.xml$/i, /\bdiagonal(Up|Down)="(1|true)"/, 'diagonal borders'],
  [/styles\.xml$/i, /\breadingOrder="[12]"/, 'reading orders'],
  [/styles\.xml$/i, /<(\w+:)?dxf>((?!<\/(\w+:)?dxf>)[^])*<(\w+:)?(u|strike)\b/, 'lines of conditional formats'],
  [/workbook\.xml$/i, /<(\w+:)?calcPr [^>]*\biterate="(1|true)"/, 'iterative calculation'],
  [
    /worksheets\/[^/]+\.xml$/i,
    /<(\w+:)?dataValidation (?![^>]*\btype="(?!none))[^>]*>/,
    'validations that only show a message',
  ],
  [
    /charts\/chart\d*\.xml$/i,
    /<(\w+:)?(txPr|trendline|errBars|dPt|dTable|view3D|dropLines|hiLowLines|upDownBars)\b/,
    'chart details',
  ],
  [
    /charts\/chart\d*\.xml$/i,
    /<(\w+:)?(cat|val|date|ser)Ax>((?!<\/(\w+:)?\w+Ax>)[^])*<(\w+:)?title>/,
    'titles of chart axes',
  ],
  [/tables\/[^/]+\.xml$/i, /<(\w+:)?(color|icon)Filter\b/, 'filters by colour or icon (the rows stay hidden)'],
  [/worksheets\/[^/]+\.xml$/i, /<(\w+:)?f [^>]*t="dataTable"/, 'what-if data table (its cells stay as values)'],
];

/** Everything of that sort in a package; `charts` are the chart parts that were read. */
export function unreadParts(parts: Parts, charts: ReadonlySet<string>): NotKept[] {
  const found: NotKept[] = [];
  for (const part of parts.keys()) {
    for (const [path, reason] of unreadPaths) if (path.test(part)) found.push({ part, reason });
    if (/^xl\/charts\/chart(Ex)?\d*\.xml$/i.test(part) && !charts.has(part)) found.push({ part, reason: 'chart' });
    for (const [path, text, reason] of unreadText)
      if (path.test(part) && text.test(partText(parts, part) ?? '')) found.push({ part, reason });
  }
  return found;
}

/** Elements of a worksheet. */
const unreadElements: Readonly<Record<string, string>> = {
  protectedRanges: 'ranges with a password of their own',
  scenarios: 'what-if scenarios',
  sortState: 'how it was sorted last',
  dataConsolidate: 'consolidation settings',
  customSheetViews: 'custom views',
  rowBreaks: 'page breaks',
  colBreaks: 'page breaks',
  customProperties: 'properties of the sheet',
  cellWatches: 'watched cells',
  ignoredErrors: 'ignored error marks',
  picture: 'background picture',
  oleObjects: 'embedded objects',
  controls: 'form controls',
};

/** Elements inside the extension list of a worksheet. */
const unreadExtensions: Readonly<Record<string, string>> = {
  sparklineGroups: 'sparklines',
  slicerList: 'slicers',
  timelineRefs: 'timelines',
  protectedRanges: 'ranges with a password of their own',
};

/** What a worksheet says that the model does not. */
export function unreadOfSheet(worksheet: XmlNode, part: string): NotKept[] {
  const extensions = worksheet.children.filter(({ name }) => name === 'extLst').flatMap((list) => list.children);
  const reasons = [
    ...worksheet.children.map(({ name }) => unreadElements[name]),
    ...extensions.flatMap((extension) => extension.children.map(({ name }) => unreadExtensions[name])),
    filtersByLook(child(worksheet, 'autoFilter')) ? 'filters by colour or icon (the rows stay hidden)' : undefined,
    hasPassword(worksheet) ? 'password of the sheet (it stays protected)' : undefined,
  ];
  return [...new Set(reasons.filter((reason) => reason !== undefined))].map((reason) => ({ part, reason }));
}

const hasPassword = (worksheet: XmlNode): boolean =>
  worksheet.children.some(
    ({ name, attributes }) => name === 'sheetProtection' && ('password' in attributes || 'hashValue' in attributes),
  );
