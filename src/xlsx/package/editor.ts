import { namespaces, partKinds, type PartKind } from './names';
import { relationshipsPath, relativeTarget } from './relationships';
import { element, xmlHeader } from './xml';
import { closePackage, partText, textPart, type Parts } from './zip';

const contentTypes = '[Content_Types].xml';
const hyperlinkType = `${namespaces.relationships}/hyperlink`;
const noRelationships = `${xmlHeader}<Relationships xmlns="${namespaces.packageRelationships}"></Relationships>`;

/** Adds parts to a package and changes those it has; content types and relationships follow. */
export class PackageEditor {
  constructor(private readonly parts: Parts) {}

  add(path: string, kind: PartKind, xml: string): void {
    this.parts.set(path, textPart(xml));
    const override = element('Override', { PartName: `/${path}`, ContentType: partKinds[kind].content });
    this.change(contentTypes, (types) => insertBefore('</Types>', types, override));
  }

  /** Leads from a part (`''` is the package itself) to another; returns the relationship's id. */
  relate(from: string, to: string, kind: PartKind): string {
    return this.link(from, { Type: partKinds[kind].type, Target: relativeTarget(from, to) });
  }

  /** Leads from a part to an address outside the package. */
  relateOutside(from: string, address: string): string {
    return this.link(from, { Type: hyperlinkType, Target: address, TargetMode: 'External' });
  }

  private link(from: string, attributes: Readonly<Record<string, string>>): string {
    const path = relationshipsPath(from);
    const xml = partText(this.parts, path) ?? noRelationships;
    const id = `rId${xml.split('<Relationship ').length}`;
    const relationship = element('Relationship', { Id: id, ...attributes });
    this.parts.set(path, textPart(insertBefore('</Relationships>', xml, relationship)));
    return id;
  }

  /** Adds a part that the package itself leads to. */
  addRoot(path: string, kind: PartKind, xml: string): void {
    this.add(path, kind, xml);
    this.relate('', path, kind);
  }

  /** Rewrites the text of a part that is there. */
  change(path: string, rewrite: (xml: string) => string): void {
    const xml = partText(this.parts, path);
    if (xml === undefined) throw new Error(`the package has no ${path}`);
    this.parts.set(path, textPart(rewrite(xml)));
  }

  close(): Uint8Array {
    return closePackage(this.parts);
  }
}

/** Puts XML in front of the last place that reads `mark`. */
export function insertBefore(mark: string, xml: string, more: string): string {
  const at = xml.lastIndexOf(mark);
  if (at === -1) throw new Error(`nothing reads ${mark}`);
  return xml.slice(0, at) + more + xml.slice(at);
}
