import type { Needs } from '../../template/needs';

/**
 * Every column that people type into and that Today or logging a revisit reads, by table: opening the pane reads these and
 * no other. A test compares them with what is read in fact.
 */
export const todayNeeds = {
  customers: [
    ...['name', 'owner', 'isKey', 'hasIntent', 'phone', 'email', 'createdAt', 'doNotContact', 'terminatedAt'],
    ...['snoozeUntil', 'tierReviewed', 'tierOverride', 'tierOverrideUntil', 'archived'],
  ],
  contacts: ['name', 'customer', 'phone', 'email', 'birthday', 'birthdayIsLunar', 'doNotContact', 'archived'],
  followUps: ['customer', 'heldAt', 'outcome', 'nextAt', 'archived'],
  opportunities: [
    ...['name', 'customer', 'owner', 'stage', 'outcome', 'amount', 'createdAt', 'stageSince', 'expectedCloseAt'],
    ...['closedAt', 'snoozeUntil', 'archived'],
  ],
  orders: [
    ...['customer', 'orderedAt', 'amount', 'owner', 'dueAt', 'collectedAt', 'collectedAmount', 'snoozeUntil'],
    'archived',
  ],
  tickets: [
    ...['customer', 'subject', 'priority', 'status', 'owner', 'submittedAt', 'firstResponseAt', 'resolvedAt'],
    ...['pausedMinutes', 'snoozeUntil', 'archived'],
  ],
  campaigns: ['name', 'owner', 'archived'],
  campaignTasks: ['name', 'campaign', 'owner', 'dueAt', 'doneAt', 'plannedCost', 'snoozeUntil', 'archived'],
  milestones: ['name', 'customer', 'owner', 'dueAt', 'doneAt', 'snoozeUntil', 'archived'],
  stageHistory: ['opportunity', 'stage', 'enteredAt', 'outcome', 'seenOn', 'archived'],
  team: ['name', 'role', 'supervisor', 'capacity', 'active', 'archived'],
  calendar: ['date', 'isWorkday', 'minutesBefore'],
  cadenceRules: ['rule', 'name', 'column', 'equals', 'every', 'unit'],
  tiers: ['tier', 'minValue', 'share', 'slaFactor'],
  tierCriteria: ['criterion', 'weight', 'zeroAt', 'fullAt'],
  rfmSegments: ['map', 'segment', 'rFrom', 'rTo', 'fFrom', 'fTo', 'mFrom', 'mTo'],
  stages: ['stage', 'probability', 'staleDays', 'exitCriteria'],
  sla: ['priority', 'firstResponseHours', 'resolutionHours'],
  festivals: ['code', 'name', 'calendar', 'month', 'day'],
  greetings: ['occasion', 'tier', 'text'],
} as const satisfies Needs;
