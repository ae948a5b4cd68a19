import { child, children, descend, find, type XmlNode } from '../package/xml';

/** Text of a chart's title, of either chart format; undefined when it has none of its own. */
export function titleText(title: XmlNode | undefined): string | undefined {
  if (!title) return undefined;
  const rich = find(title, 'rich');
  const runs = children(rich, 'p').flatMap((paragraph) => children(paragraph, 'r'));
  const text = runs.map((run) => child(run, 't')?.text ?? '').join('');
  return text || descend(title, 'tx', 'txData', 'v')?.text || find(title, 'v')?.text || undefined;
}
