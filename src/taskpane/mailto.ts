/** Mail programs cut longer links off, or do not open at all; the clipboard takes everything. */
const longest = 1800;

/** A link that opens a message in the person's mail program; a body that is too long ends with `more`. */
export function mailto(to: string, subject: string, lines: readonly string[], more: string): string {
  let body = '';
  for (const line of lines) {
    const next = body + encode(`${line}\r\n`);
    if (next.length > longest) {
      body += encode(more);
      break;
    }
    body = next;
  }
  return `mailto:${encode(to)}?subject=${encode(subject)}&body=${body}`;
}

/** A cell may hold half a character, which no link can say. */
const encode = (text: string): string =>
  encodeURIComponent(
    text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (found) => (found[1] ? found : '\uFFFD')),
  );
