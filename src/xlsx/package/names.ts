/** Who made a workbook that says nobody. */
export const author = 'Workbook CRM';

/** Names of XML namespaces, relationship types and content types that parts refer to. */
export const namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  packageRelationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  contentTypes: 'http://schemas.openxmlformats.org/package/2006/content-types',
  compatibility: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  sheetDrawing: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  chart: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  chartEx: 'http://schemas.microsoft.com/office/drawing/2014/chartex',
  chartEx2: 'http://schemas.microsoft.com/office/drawing/2015/10/21/chartex',
  extendedProperties: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
  customProperties: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
  variantTypes: 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  customXml: 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
  threadedComments: 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments',
  dynamicArray: 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray',
  taskPanes: 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11',
  webExtension: 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11',
} as const;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** What a part is: its content type, and the type of the relationship that leads to it. */
export const partKinds = {
  workbook: { type: `${office}officeDocument`, content: sheetContent('sheet.main') },
  worksheet: { type: `${office}worksheet`, content: sheetContent('worksheet') },
  styles: { type: `${office}styles`, content: sheetContent('styles') },
  sharedStrings: { type: `${office}sharedStrings`, content: sheetContent('sharedStrings') },
  table: { type: `${office}table`, content: sheetContent('table') },
  metadata: { type: `${office}sheetMetadata`, content: sheetContent('sheetMetadata') },
  theme: { type: `${office}theme`, content: 'application/vnd.openxmlformats-officedocument.theme+xml' },
  drawing: { type: `${office}drawing`, content: 'application/vnd.openxmlformats-officedocument.drawing+xml' },
  chart: { type: `${office}chart`, content: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml' },
  chartEx: {
    type: 'http://schemas.microsoft.com/office/2014/relationships/chartEx',
    content: 'application/vnd.ms-office.chartex+xml',
  },
  extendedProperties: {
    type: `${office}extended-properties`,
    content: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  },
  customProperties: {
    type: `${office}custom-properties`,
    content: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  },
  customXml: { type: `${office}customXml`, content: 'application/xml' },
  customXmlProperties: {
    type: `${office}customXmlProps`,
    content: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  },
  comments: { type: `${office}comments`, content: sheetContent('comments') },
  vmlDrawing: { type: `${office}vmlDrawing`, content: 'application/vnd.openxmlformats-officedocument.vmlDrawing' },
  threadedComments: {
    type: 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
    content: 'application/vnd.ms-excel.threadedcomments+xml',
  },
  persons: {
    type: 'http://schemas.microsoft.com/office/2017/10/relationships/person',
    content: 'application/vnd.ms-excel.person+xml',
  },
  taskPanes: {
    type: 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes',
    content: 'application/vnd.ms-office.webextensiontaskpanes+xml',
  },
  webExtension: {
    type: 'http://schemas.microsoft.com/office/2011/relationships/webextension',
    content: 'application/vnd.ms-office.webextension+xml',
  },
} as const;

export type PartKind = keyof typeof partKinds;

function sheetContent(name: string): string {
  return `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
}
