import { runProbes } from './run';

/**
 * The script of the page that a person opens in a real Excel: one button, then the answers as JSON to copy. It is
 * bundled into one file; see `src/cli/parity.ts`.
 */
function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found as T;
}

async function record(): Promise<void> {
  const progress = element('progress');
  try {
    const { host, platform, version } = Office.context.diagnostics;
    const answers = await runProbes(
      Excel,
      { host: String(host), platform: String(platform), version },
      { onAnswer: (done, total) => (progress.textContent = `${done} / ${total}`) },
    );
    element<HTMLTextAreaElement>('answers').value = JSON.stringify(answers, null, 2);
    progress.textContent = 'Done. Copy the text below into a file.';
  } catch (error) {
    progress.textContent = `Stopped: ${error instanceof Error ? error.message : String(error)}`;
    throw error;
  }
}

element('run').addEventListener('click', record);
