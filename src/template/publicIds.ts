import type { ColumnDef, TableDef } from './types';

/**
 * Column ids as programs outside see them, in import maps and reports (`customerId`, `ownerId`, `openedAt`). Inside,
 * the table already says whose id it is, and a reference cell holds an id *or* a name (decision 2): `id`, `owner`.
 */
export function publicId(table: TableDef, column: ColumnDef): string {
  if (column.type === 'id' && table.group === 'data') return recordIds[table.id] ?? column.id;
  return renamed[`${table.id}.${column.id}`] ?? renamed[column.id] ?? (column.to ? `${column.id}Id` : column.id);
}

/** Public ids are recognised as headers and in maps, as captions and synonyms are. */
export const withPublicIds = (tables: readonly TableDef[]): TableDef[] =>
  tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => {
      const name = publicId(table, column);
      return name === column.id ? column : { ...column, synonyms: [name, ...(column.synonyms ?? [])] };
    }),
  }));

const recordIds: Readonly<Record<string, string>> = {
  customers: 'customerId',
  contacts: 'contactId',
  followUps: 'followUpId',
  opportunities: 'opportunityId',
  orders: 'orderId',
  tickets: 'ticketId',
  surveys: 'surveyId',
  campaigns: 'campaignId',
  campaignTasks: 'campaignTaskId',
  audienceRules: 'audienceRuleId',
  products: 'productId',
  team: 'personId',
  milestones: 'milestoneId',
  notices: 'noticeId',
  stageHistory: 'stageEntryId',
  ownerHistory: 'ownerChangeId',
  targets: 'targetId',
};

/** By table and column, or by a column of any table. */
const renamed: Readonly<Record<string, string>> = {
  snoozeUntil: 'snoozedUntil',
  'contacts.contactRole': 'role',
  'followUps.nextAt': 'nextAgreedAt',
  'tickets.submittedAt': 'openedAt',
  'campaigns.startAt': 'startsAt',
  'campaigns.endAt': 'endsAt',
};
