import { namespaces } from '../package/names';
import { element, xmlHeader } from '../package/xml';

/** The Office palette: table styles and charts take their colours from here. */
const colors: Readonly<Record<string, string>> = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '1F497D',
  lt2: 'EEECE1',
  accent1: '4F81BD',
  accent2: 'C0504D',
  accent3: '9BBB59',
  accent4: '8064A2',
  accent5: '4BACC6',
  accent6: 'F79646',
  hlink: '0000FF',
  folHlink: '800080',
};

/** Latin and Chinese face of headings and text. */
const fonts = { majorFont: ['Cambria', '等线 Light'], minorFont: ['Calibri', '等线'] } as const;
/** A theme must have exactly three of each of its looks. */
const three = (xml: string): string => xml.repeat(3);

/** `xl/theme/theme1.xml`: colours and fonts; effects are plain. */
export function themeXml(): string {
  const body = element(
    'a:themeElements',
    {},
    element('a:clrScheme', { name: 'Office' }, ...Object.entries(colors).map(colorXml)),
    element('a:fontScheme', { name: 'Office' }, ...Object.entries(fonts).map(fontXml)),
    element(
      'a:fmtScheme',
      { name: 'Office' },
      element('a:fillStyleLst', {}, three(placeholderFill)),
      element('a:lnStyleLst', {}, three(element('a:ln', { w: 9525 }, placeholderFill))),
      element('a:effectStyleLst', {}, three(element('a:effectStyle', {}, element('a:effectLst')))),
      element('a:bgFillStyleLst', {}, three(placeholderFill)),
    ),
  );
  return xmlHeader + element('a:theme', { 'xmlns:a': namespaces.drawing, name: 'Office' }, body);
}

const placeholderFill = element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }));

const colorXml = ([name, val]: [string, string]): string => element(`a:${name}`, {}, element('a:srgbClr', { val }));

const fontXml = ([name, [latin, chinese]]: [string, readonly [string, string]]): string =>
  element(
    `a:${name}`,
    {},
    element('a:latin', { typeface: latin }),
    element('a:ea', { typeface: '' }),
    element('a:cs', { typeface: '' }),
    element('a:font', { script: 'Hans', typeface: chinese }),
  );
