/** How sure a rule is. */
export type Evidence =
  { kind: 'documented'; url: string } | { kind: 'reported'; issue: string } | { kind: 'assumed'; because: string };

export interface HostRule {
  readonly text: string;
  readonly evidence: Evidence;
  /** What happens instead under the pessimistic variant; absent: no other reading is known. */
  readonly pessimistic?: string;
}

const DOCS = 'https://learn.microsoft.com/office/dev/add-ins/';

/** In a page of Microsoft's guide to add-ins. */
export const documented = (page: string): Evidence => ({ kind: 'documented', url: DOCS + page });
/** In the reference of the API. */
export const documentedApi = (member: string): Evidence => ({
  kind: 'documented',
  url: `https://learn.microsoft.com/javascript/api/${member}`,
});
/** In a support page about Excel. */
export const documentedSupport = (page: string): Evidence => ({
  kind: 'documented',
  url: `https://support.microsoft.com/office/${page}`,
});
/** In an issue of office-js. */
export const reported = (issue: string): Evidence => ({
  kind: 'reported',
  issue: `https://github.com/OfficeDev/office-js/issues/${issue}`,
});
export const assumed = (because: string): Evidence => ({ kind: 'assumed', because });
