/** The beginning of a text that a cell may have filled with 32 thousand characters; whole characters only. */
export function brief(text: string, most = 120): string {
  if (text.length <= most) return text;
  const characters = [...text.slice(0, most * 2)].slice(0, most);
  return `${characters.join('')}…`;
}
