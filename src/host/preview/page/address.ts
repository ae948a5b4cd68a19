import { type Scenario, SCENARIOS } from './scenarios';
import type { PreviewLanguage } from './texts';

/** What the page shows, as its address says it: `?scenario=large&language=zh-CN`. */
export interface Wanted {
  readonly scenario: Scenario;
  readonly language: PreviewLanguage;
}

/** What an address asks for; the sample and the browser's language where it does not say, or says what there is not. */
export function wantedBy(search: string, browserLanguage: string): Wanted {
  const asked = new URLSearchParams(search);
  const spoken = asked.get('language') ?? browserLanguage;
  return {
    scenario: SCENARIOS.find((scenario) => scenario === asked.get('scenario')) ?? 'sample',
    language: spoken.startsWith('zh') ? 'zh-CN' : 'en',
  };
}

export const addressOf = (wanted: Wanted): string => `?${new URLSearchParams({ ...wanted }).toString()}`;
