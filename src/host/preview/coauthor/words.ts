import type { PreviewLanguage } from '../page/texts';

/** What the co-author types into a workbook of each language: captions, labels, notes. */
export interface CoauthorWords {
  readonly name: string;
  /** Captions of the columns, as the template has them. */
  readonly customers: { readonly name: string; readonly note: string };
  readonly followUps: Readonly<Record<'id' | 'customer' | 'owner' | 'channel' | 'heldAt' | 'outcome' | 'note', string>>;
  readonly tickets: Readonly<
    Record<'id' | 'customer' | 'subject' | 'type' | 'priority' | 'status' | 'submittedAt', string>
  >;
  /** Labels of lists. */
  readonly labels: Readonly<Record<'call' | 'progress' | 'question' | 'high' | 'submitted', string>>;
  readonly notes: readonly string[];
  /** What was done, said with the co-author's and the customer's name. */
  readonly said: Readonly<Record<'note' | 'followUp' | 'ticket', string>>;
}

export const WORDS: Readonly<Record<PreviewLanguage, CoauthorWords>> = {
  en: {
    name: 'Grace Liu',
    customers: { name: 'Customer', note: 'Note' },
    followUps: {
      id: 'Follow-up ID',
      customer: 'Customer',
      owner: 'Owner',
      channel: 'Channel',
      heldAt: 'Held on',
      outcome: 'Outcome',
      note: 'Note',
    },
    tickets: {
      id: 'Ticket ID',
      customer: 'Customer',
      subject: 'Subject',
      type: 'Type',
      priority: 'Priority',
      status: 'Status',
      submittedAt: 'Submitted',
    },
    labels: { call: 'Call', progress: 'Progress', question: 'Question', high: 'High', submitted: 'Submitted' },
    notes: [
      'Called: asks for a quote for two machines',
      'New contact in purchasing from next month',
      'Wants delivery on Tuesdays',
    ],
    said: {
      note: '{name} wrote a note at {customer}',
      followUp: '{name} logged a call to {customer}',
      ticket: '{name} opened a ticket of {customer}',
    },
  },
  'zh-CN': {
    name: '刘雅文',
    customers: { name: '客户名称', note: '备注' },
    followUps: {
      id: '跟进编号',
      customer: '客户',
      owner: '跟进人',
      channel: '方式',
      heldAt: '回访日期',
      outcome: '结果',
      note: '备注',
    },
    tickets: {
      id: '工单编号',
      customer: '客户',
      subject: '主题',
      type: '类型',
      priority: '优先级',
      status: '状态',
      submittedAt: '提交时间',
    },
    labels: { call: '电话', progress: '有进展', question: '咨询', high: '高', submitted: '已提交' },
    notes: ['已致电：需要两台设备的报价', '下月起采购部更换联系人', '希望每周二送货'],
    said: {
      note: '{name}在{customer}处写了备注',
      followUp: '{name}记录了与{customer}的通话',
      ticket: '{name}为{customer}新建了工单',
    },
  },
};
