/** What the preview offers by itself; made by the server, so that its dates lie around today. */
export const SCENARIOS = ['sample', 'coauthor', 'large', 'empty', 'messy', 'blank'] as const;
export type Scenario = (typeof SCENARIOS)[number];
