import { children, parseXml } from './xml';
import { partText, type Parts } from './zip';

export interface Relationship {
  readonly id: string;
  /** Last piece of the type (`worksheet`, `table`, `chartEx`): the rest differs between strict and transitional files. */
  readonly kind: string;
  /** Path of a part; for external targets what the file says. */
  readonly target: string;
  readonly external: boolean;
}

/** What a part (`''` is the package) leads to; empty when it leads nowhere. */
export function relationshipsOf(parts: Parts, path: string): Relationship[] {
  const file = relationshipsPath(path);
  const xml = partText(parts, file);
  if (xml === undefined) return [];
  return children(parseXml(xml, file), 'Relationship').map(({ attributes }) => {
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      kind: (attributes['Type'] ?? '').split('/').pop()!,
      target: external ? target : resolveTarget(path, target),
      external,
    };
  });
}

/** `('xl/worksheets/sheet1.xml', '../tables/table1.xml')` -> `xl/tables/table1.xml`. */
function resolveTarget(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const piece of target.split('/')) {
    if (piece === '..') path.pop();
    else if (piece !== '.') path.push(piece);
  }
  return path.join('/');
}

/** `('xl/worksheets/sheet1.xml', 'xl/tables/table1.xml')` -> `../tables/table1.xml`: some readers know no other form. */
export function relativeTarget(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const path = to.split('/');
  const apart = folders.findIndex((folder, index) => folder !== path[index]);
  const shared = apart === -1 ? folders.length : apart;
  return '../'.repeat(folders.length - shared) + path.slice(shared).join('/');
}

/** `xl/workbook.xml` -> `xl/_rels/workbook.xml.rels`; the package's own are `_rels/.rels`. */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}
