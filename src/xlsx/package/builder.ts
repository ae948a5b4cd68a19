import { namespaces, partKinds, type PartKind } from './names';
import { element, xmlHeader } from './xml';
import { closePackage, textPart, type Parts } from './zip';

interface Relationship {
  readonly id: string;
  readonly kind: PartKind;
  readonly target: string;
}

const packageRoot = '';

/** Collects parts, what they are and what leads to them; `close` adds content types and relationships and packs. */
export class PackageBuilder {
  private readonly parts: Parts = new Map();
  private readonly kinds = new Map<string, PartKind>();
  private readonly relationships = new Map<string, Relationship[]>();

  add(path: string, kind: PartKind, xml: string): void {
    this.parts.set(path, textPart(xml));
    this.kinds.set(path, kind);
  }

  /** Leads from a part (`''` is the package itself) to another; returns the relationship's id. */
  relate(from: string, to: string, kind: PartKind): string {
    const list = this.relationships.get(from) ?? [];
    const id = `rId${list.length + 1}`;
    this.relationships.set(from, [...list, { id, kind, target: to }]);
    return id;
  }

  /** Adds a part that the package itself leads to. */
  addRoot(path: string, kind: PartKind, xml: string): void {
    this.add(path, kind, xml);
    this.relate(packageRoot, path, kind);
  }

  close(): Uint8Array {
    const all: Parts = new Map([['[Content_Types].xml', textPart(this.contentTypes())]]);
    for (const [from, list] of this.relationships) all.set(relationshipsPath(from), textPart(relationshipsXml(list)));
    for (const [path, bytes] of this.parts) all.set(path, bytes);
    return closePackage(all);
  }

  private contentTypes(): string {
    const overrides = [...this.kinds].map(([path, kind]) =>
      element('Override', { PartName: `/${path}`, ContentType: partKinds[kind].content }),
    );
    const rels = 'application/vnd.openxmlformats-package.relationships+xml';
    const defaults = [
      element('Default', { Extension: 'rels', ContentType: rels }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ];
    return xmlHeader + element('Types', { xmlns: namespaces.contentTypes }, ...defaults, ...overrides);
  }
}

/** `xl/workbook.xml` -> `xl/_rels/workbook.xml.rels`; the package's own are `_rels/.rels`. */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

// Absolute targets need no arithmetic between folders; every reader resolves them.
function relationshipsXml(list: readonly Relationship[]): string {
  const items = list.map(({ id, kind, target }) =>
    element('Relationship', { Id: id, Type: partKinds[kind].type, Target: `/${target}` }),
  );
  return xmlHeader + element('Relationships', { xmlns: namespaces.packageRelationships }, ...items);
}
