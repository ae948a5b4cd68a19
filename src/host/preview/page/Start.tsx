import type { Scenario } from './scenarios';
import { fill, type PreviewTexts } from './texts';

interface StartProps {
  readonly texts: PreviewTexts;
  /** What was asked for last. */
  readonly scenario: Scenario;
  onOpen(scenario: Scenario): void;
}

/** In place of grid and pane while no workbook is open: the first one was cancelled, or could not be loaded. */
export function Start({ texts, scenario, onOpen }: StartProps) {
  return (
    <main className="start">
      <h1>{texts.nothingOpen}</h1>
      <p>{texts.nothingOpenHelp}</p>
      <button onClick={() => onOpen(scenario)}>{fill(texts.openAgain, { name: texts[scenario] })}</button>
    </main>
  );
}
