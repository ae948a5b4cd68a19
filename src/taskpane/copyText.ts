/**
 * Puts a text on the clipboard. Panes are frames of Excel on the web, which may not grant the clipboard to them: the old
 * way, through a selection, then still works on a click.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    if (!copyThroughSelection(text)) throw error;
  }
}

function copyThroughSelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
