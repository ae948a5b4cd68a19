import { escapeWildcards } from './keyText';

/**
 * The =CRM.* twin of native columns, `table.column` -> formula text as in `templates/` (decision 9): same figure, row by
 * row. Native parts of a twin only say which rows have no answer and make of a cell what the function takes; labels go
 * through the workbook's own names and lists, so that renamed labels keep working (decision 1). `{a.x}:{a.y}` are the
 * neighbouring columns x to y of a table.
 */

/** A cell of this row that people may type anything into, as a number or blank. */
const number = (column: string) => `IF(ISNUMBER({${column}}),{${column}},"")`;

const isYes = (column: string) => `{${column}}=crm_boolean_yes`;
const isNoRecord = (name: string) => `AND({id}="",{${name}}="")`;

/** Code of a list's item whose label `cell` shows, by the workbook's own labels; "" for any other text. */
const codeOf = (list: string, codes: readonly string[], cell: string) =>
  codes.reduceRight((otherwise, code) => `IF(${cell}=crm_${list}_${code},"${code}",${otherwise})`, '""');

/** The workbook's own label of a code. */
const labelOf = (list: string, code: string) => `INDEX({lists.label},MATCH("${list}."&${code},{lists.key},0))`;

const cutPoints = '{tiers.tier}:{tiers.minValue}';
const calendar = '{calendar.date}:{calendar.isWorkday}';
const workTimes = 'crm_workStart,crm_workEnd,crm_breakStart,crm_breakEnd';

const cadenceUnit = 'INDEX({cadenceRules.unit},{cadenceRuleNo})';
const cadenceEvery = 'N(INDEX({cadenceRules.every},{cadenceRuleNo}))';
const unitCode = codeOf('cadenceUnit', ['days', 'weeks', 'months', 'workdays'], cadenceUnit);
const cadence = `{cadenceAnchor},${cadenceEvery}*{cadenceSteps},${unitCode}`;
const isByWorkdays = `${cadenceUnit}=crm_cadenceUnit_workdays`;

const staleAfter = ['staleLimit', 'staleDays'].reduceRight((otherwise, column) => {
  const limit = `INDEX({stages.${column}},{stageNo})`;
  return `IF(ISNUMBER(${limit}),${limit},${otherwise})`;
}, '""');

const slaDue = (minutes: string) =>
  `IF(OR({clockStart}="",N({${minutes}})<=0),"",` +
  `IFNA(CRM.SLADUE({submittedAt},{${minutes}}/60,${calendar},${workTimes}),""))`;

/** What follows the due moment in ESCALATION; only clocks that are late are asked, the calendar is long. */
const escalation = (due: string, isLate: string, doneAt: string, more = '') =>
  `IF(AND({isOpen}=1,{${isLate}}=1,NOT(ISNUMBER({${doneAt}}))),` +
  `CRM.ESCALATION({${due}},crm_today,${calendar},"",crm_escalationHours,${workTimes}${more}),0)`;

const isWaiting = '{status}=crm_ticketStatus_waitingCustomer';
const waiting = `${isWaiting},${number('waitingSince')}`;

export const functionTwins: Readonly<Record<string, string>> = {
  'customers.tierComputed': `IF(${isNoRecord('name')},"",CRM.TIER({value},${cutPoints},${isYes('isKey')}))`,
  'customers.tier':
    `IF(${isNoRecord('name')},"",CRM.TIER({value},${cutPoints},${isYes('isKey')},` +
    `{tierOverride},${number('tierOverrideUntil')},crm_today,{tierReviewed}))`,
  'customers.cadenceDue':
    `IF(OR({cadenceSteps}="",{cadenceAnchor}=""),"",IF(${cadenceEvery}<=0,"",IFERROR(` +
    `IF(${isByWorkdays},CRM.CADENCEDUE({cadenceAnchor},${cadenceEvery},"workdays",${calendar}),` +
    `CRM.CADENCEDUE(${cadence})),"")))`,
  'customers.nextDue':
    `IF(OR(${isYes('archived')},${isYes('doNotContact')},ISNUMBER({terminatedAt})),"",` +
    `IF({cadenceDue}="",CRM.NEXTREVISIT("","","",{agreedNext}),IF(OR(crm_toWorkday,${isByWorkdays}),` +
    `CRM.NEXTREVISIT(${cadence},{agreedNext},${calendar},crm_toWorkday),CRM.NEXTREVISIT(${cadence},{agreedNext}))))`,
  'customers.daysOverdue': 'CRM.OVERDUE({nextDue},crm_today)',
  'customers.revisitState':
    `IF(OR(${isYes('archived')},${isNoRecord('name')}),"",` +
    labelOf(
      'revisitState',
      `CRM.REVISITSTATE({nextDue},crm_today,OR(${isYes('doNotContact')},ISNUMBER({terminatedAt})),"code")`,
    ) +
    ')',
  'customers.completeness':
    `IF(${isNoRecord('name')},"",ROUND(CRM.COMPLETENESS(CHOOSE({1,2,3,4,5,6,7},{name}&"",{owner}&"",{phone}&{email},` +
    `{industry}&"",{region}&{address},IF(ISNUMBER(MATCH(${escapeWildcards('{source}')},crm_list_leadSource,0)),"1",""),` +
    'IF(ISNUMBER({createdAt}),"1",""))),4))',
  'opportunities.weightedAmount':
    'IF(OR({isOpen}<>1,NOT(ISNUMBER({amount})),{probability}=""),"",CRM.WEIGHTED({amount},{probability},crm_moneyDigits))',
  'opportunities.priorityScore':
    `IF({isOpen}<>1,"",CRM.PRIORITY({probability},${number('amount')},` +
    `${codeOf('urgency', ['high', 'medium', 'low'], '{urgency}')},` +
    `${codeOf('boolean', ['yes', 'no'], '{budgetConfirmed}')},crm_fullAmount,` +
    'CHOOSE({1,2,3,4},crm_weightProbability,crm_weightValue,crm_weightUrgency,crm_weightBudget)))',
  'opportunities.isStale': `IF(OR({stageAge}="",{stageNo}=""),0,IF(CRM.STALE({stageAge},${staleAfter}),1,0))`,
  'orders.daysLate': `IF(OR(${isYes('archived')},NOT(ISNUMBER({dueAt})),N({outstanding})<=0),"",CRM.OVERDUE({dueAt},crm_today))`,
  'targets.attainment': 'IF(OR(NOT(ISNUMBER({amount})),{actual}=""),"",CRM.ATTAINMENT({actual},{amount}))',
  'targets.coverage': 'IF({gap}="","",CRM.COVERAGE(N({weightedOpen}),{gap}))',
  'targets.runRate':
    'IF(OR({monthDays}="",{actual}=""),"",' +
    'CRM.RUNRATE({actual},EOMONTH({month},-1)+1,EOMONTH({month},0),crm_today,crm_moneyDigits))',
  'team.loadShare': `CRM.LOADSHARE(N({visitsDueWeek}),${number('capacity')})`,
  'campaigns.roi': 'IF(OR(N({cost})<=0,AND({wonCount}>0,{wonPriced}=0)),"",CRM.ROI({won},{cost}))',
  'campaigns.costPerParticipant':
    'IF(OR({cost}="",N({participants})<=0),"",ROUND(CRM.COSTPER({cost},{participants}),crm_moneyDigits))',
  'tickets.firstResponseDueAt': slaDue('firstResponseMinutes'),
  'tickets.resolutionDueAt': slaDue('resolutionMinutes'),
  'tickets.slaState':
    `IF(OR(${isYes('archived')},${isNoRecord('customer')},AND({firstResponseDueAt}="",{resolutionDueAt}="")),"",` +
    labelOf(
      'slaState',
      `CRM.SLASTATE({resolutionDueAt},crm_today,${number('resolvedAt')},${waiting},` +
        `{firstResponseDueAt},${number('firstResponseAt')},{isOpen}=1,"code")`,
    ) +
    ')',
  'tickets.escalationLevel':
    `IF(OR(${isYes('archived')},${isNoRecord('customer')}),"",MAX(` +
    `${escalation('firstResponseDueAt', 'firstResponseLate', 'firstResponseAt')},` +
    `${escalation('resolutionDueAt', 'resolutionLate', 'resolvedAt', `,${waiting}`)}))`,
};
