import { columnFinder, isImportable } from '../../../src/actions/import/mapHeaders';
import { labelParser } from '../../../src/actions/import/parseLabel';
import { template } from '../../../src/template/load';

describe('headers of the template itself', () => {
  const dataTables = template.tables.filter(({ group }) => group === 'data');

  it.each(dataTables.map((table) => [table.id, table] as const))(
    'should lead back to their own columns when a sheet of %s is imported again',
    (_, table) => {
      const find = columnFinder(table);
      const columns = table.columns.filter(isImportable);
      const headers = columns.flatMap(({ id, caption }) => [id, ...Object.values(caption)].map((text) => [id, text]));

      expect(headers.filter(([id, text]) => find(text!)?.id !== id)).toEqual([]);
    },
  );
});

describe('headers of other systems', () => {
  const exports: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    customers: { createdAt: ['Created Date', '注册日期'], parent: ['Parent Account'], tierOverride: ['客户级别'] },
    contacts: { customer: ['Company Name', '公司名称'], phone: ['Mobile Phone', '手机号码'], birthday: ['Birthdate'] },
    followUps: {
      owner: ['Assigned To', '销售'],
      nextAt: ['Next Follow-up Date', '下次跟进日期'],
      heldAt: ['拜访时间'],
    },
    opportunities: { product: ['Product Name', '产品编号'], createdAt: ['Created Date'], closedAt: ['签约日期'] },
    orders: { amount: ['Total Amount', '总金额'], customer: ['Client Name'], shippedAt: ['Delivery Date', '交货日期'] },
    tickets: { owner: ['Case Owner', '销售'], firstResponseAt: ['首次响应时间'], pausedMinutes: ['暂停分钟'] },
    campaigns: { startAt: ['开始时间'], actualCost: ['Total cost', '花费'] },
    campaignTasks: { name: ['Task Name'], owner: ['Assignee'], doneAt: ['Completed On', '实际完成日期'] },
    products: { name: ['Item Name', '商品名称'], price: ['Selling price', '价格'] },
    team: { supervisor: ['Line manager', '直属上级'], capacity: ['每周容量'], name: ['Employee name'] },
  };

  it.each(Object.entries(exports))('should be recognised for %s', (id, columns) => {
    const find = columnFinder(template.tables.find((table) => table.id === id)!);
    const headers = Object.entries(columns).flatMap(([column, texts]) => texts.map((text) => [column, text] as const));

    expect(headers.filter(([column, text]) => find(text)?.id !== column)).toEqual([]);
  });
});

describe('words of other systems', () => {
  const read = (list: string, text: string) => labelParser(template.lists[list]!)(text).value;

  it.each([
    ['followUpOutcome', '无人接听', 'noAnswer'],
    ['followUpOutcome', 'Not interested', 'refused'],
    ['dealOutcome', '丢单', 'lost'],
    ['stage', '需求确认', 'needsDefined'],
    ['ticketStatus', '等待客户', 'waitingCustomer'],
    ['ticketType', 'Bug', 'repair'],
  ])('should be read in %s: %s', (list, text, code) => {
    expect(read(list, text)).toBe(code);
  });

  it('should let a campaign run on every channel that a follow-up knows', () => {
    const codes = template.lists.channel!.map(({ code }) => code);

    expect(codes.map((code) => read('campaignChannel', code))).toEqual(codes);
  });
});
