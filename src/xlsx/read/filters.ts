import type { BookFilter, BookFilterColumn } from '../book';
import { decodeText } from '../package/text';
import { child, children, type XmlNode } from '../package/xml';

/** What a filter can ask for without pointing to styles or icons. */
const kept = new Set(['filters', 'customFilters', 'top10', 'dynamicFilter']);

const plain = ({ name, attributes, children: below }: XmlNode): BookFilterColumn['criteria'] => ({
  name,
  attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, decodeText(value)])),
  children: below.map(plain),
  text: '',
});

/** The criteria of an `autoFilter` element, of a sheet or a table. */
export function readFilterColumns(filter: XmlNode | undefined): BookFilterColumn[] {
  return children(filter, 'filterColumn').flatMap(({ attributes, children: below }) => {
    const criteria = below.find(({ name }) => kept.has(name));
    return criteria ? [{ column: Number(attributes['colId']), criteria: plain(criteria) }] : [];
  });
}

/** A worksheet's own filter, outside of tables. */
export function readFilter(worksheet: XmlNode): BookFilter | undefined {
  const filter = child(worksheet, 'autoFilter');
  const range = filter?.attributes['ref'];
  return range === undefined ? undefined : { range, columns: readFilterColumns(filter) };
}

/** Whether a filter asks for colours or icons. */
export const filtersByLook = (filter: XmlNode | undefined): boolean =>
  children(filter, 'filterColumn').some(({ children: below }) =>
    below.some(({ name }) => /^(color|icon)Filter$/.test(name)),
  );
