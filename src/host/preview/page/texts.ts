/** The preview's own words; the pane and the workbook bring theirs. */
export type PreviewLanguage = 'en' | 'zh-CN';

const en = {
  product: 'Workbook CRM',
  preview: 'Preview',
  language: 'Language',
  scenario: 'Workbook',
  sample: 'Sample: trading company',
  empty: 'Empty CRM workbook',
  messy: 'A messy list to take over',
  large: '10,000 customers',
  coauthor: 'Sample, with a second person editing',
  blank: 'Blank workbook',
  file: 'Your file: {name}',
  open: 'Open .xlsx',
  save: 'Save .xlsx',
  loadingScenario: 'Loading the workbook…',
  loadingLarge: 'Making and loading 10,000 customers: about half a minute…',
  loadingPane: 'Loading the task pane…',
  calculating: 'Reading and calculating…',
  saving: 'Writing the file…',
  ready: 'Ready',
  traffic: '{syncs} syncs · {sent} KB sent · {received} KB received',
  trafficHelp: 'Traffic between the task pane and the workbook since this page was opened',
  second: 'Second person',
  secondHelp: 'Another Excel has this workbook open; somebody types there every few seconds.',
  secondFailed: 'The second person could not edit ({code}).',
  calculate: 'Calculate now',
  refused: '{address} does not accept this value.',
  openFailed: 'This file could not be opened ({code}). Choose an .xlsx file that Excel opens.',
  loadFailed:
    'The workbook could not be loaded ({code}). Check that `npm run preview` is still running, then try again.',
  saveFailed: 'The file could not be written ({code}). Your workbook is unchanged.',
  paneFailed: 'The task pane could not start ({code}). Reload this page.',
  retry: 'Try again',
  dismiss: 'Dismiss',
  sheets: 'Sheets',
  pane: 'Task pane',
  resize: 'Drag to resize the task pane',
  noChart: 'The preview does not draw charts of the type {type}.',
  unsaved: 'The changes of this workbook are not saved. Leave it?',
};

export type PreviewTexts = Readonly<Record<keyof typeof en, string>>;

const zh: PreviewTexts = {
  product: '工作簿 CRM',
  preview: '预览',
  language: '语言',
  scenario: '工作簿',
  sample: '示例：贸易公司',
  empty: '空白 CRM 工作簿',
  messy: '待整理的客户列表',
  large: '一万个客户',
  coauthor: '示例：另一人同时编辑',
  blank: '空白工作簿',
  file: '您的文件：{name}',
  open: '打开 .xlsx',
  save: '保存 .xlsx',
  loadingScenario: '正在加载工作簿…',
  loadingLarge: '正在生成并加载一万个客户，约需半分钟…',
  loadingPane: '正在加载任务窗格…',
  calculating: '正在读取并计算…',
  saving: '正在写入文件…',
  ready: '就绪',
  traffic: '{syncs} 次同步 · 发送 {sent} KB · 接收 {received} KB',
  trafficHelp: '打开本页以来任务窗格与工作簿之间的通信量',
  second: '另一位用户',
  secondHelp: '另一个 Excel 已打开此工作簿，每隔几秒有人在其中输入内容。',
  secondFailed: '另一位用户无法编辑（{code}）。',
  calculate: '立即计算',
  refused: '{address} 不接受此值。',
  openFailed: '无法打开此文件（{code}）。请选择 Excel 能打开的 .xlsx 文件。',
  loadFailed: '无法加载工作簿（{code}）。请确认 `npm run preview` 仍在运行，然后重试。',
  saveFailed: '无法写入文件（{code}）。工作簿未受影响。',
  paneFailed: '任务窗格无法启动（{code}）。请刷新本页。',
  retry: '重试',
  dismiss: '关闭',
  sheets: '工作表',
  pane: '任务窗格',
  resize: '拖动以调整任务窗格宽度',
  noChart: '预览不绘制 {type} 类型的图表。',
  unsaved: '此工作簿的更改尚未保存。要离开吗？',
};

export const TEXTS: Readonly<Record<PreviewLanguage, PreviewTexts>> = { en, 'zh-CN': zh };

/** Puts values into `{name}` places. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
