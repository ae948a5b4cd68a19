import type { BookLink } from '../book';
import type { PackageEditor } from '../package/editor';
import { element } from '../package/xml';

/** `hyperlinks` of a sheet; addresses outside are relationships, so that only places inside are written here. */
export function linksXml(editor: PackageEditor, sheetPath: string, links: readonly BookLink[]): string {
  if (links.length === 0) return '';
  const items = links.map(({ range, address, location, tip }) =>
    element('hyperlink', {
      ref: range,
      'r:id': address === undefined ? undefined : editor.relateOutside(sheetPath, address),
      location,
      tooltip: tip,
    }),
  );
  return element('hyperlinks', {}, ...items);
}
