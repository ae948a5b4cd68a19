import type { BookLink } from '../book';
import type { Relationship } from '../package/relationships';
import { decodeText } from '../package/text';
import { child, children, prefixedAttribute, type XmlNode } from '../package/xml';

/** The links of a worksheet. `=HYPERLINK()` is a formula and not among them. */
export function readLinks(worksheet: XmlNode, related: readonly Relationship[]): BookLink[] {
  return children(child(worksheet, 'hyperlinks'), 'hyperlink').map((node) => {
    const { ref: range = '', location, tooltip } = node.attributes;
    const address = related.find(({ id }) => id === prefixedAttribute(node, 'id'))?.target;
    return {
      range,
      ...(address !== undefined && { address: decodeText(address) }),
      ...(location !== undefined && { location: decodeText(location) }),
      ...(tooltip !== undefined && { tip: decodeText(tooltip) }),
    };
  });
}
