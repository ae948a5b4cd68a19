import type { SourceSheet } from '../../src/template/adopt';
import type { Language } from '../../src/template/types';
import { plainSheet } from '../support/plainSheet';

/** A person's list with a title, a heading that says nothing and a blank one. */
export const ownList = (language: Language): SourceSheet => ({
  ...plainSheet,
  sheet: 'Clients',
  rows: {
    en: [
      ['Clients 2026', '', '', ''],
      ['', '', '', ''],
      ['Company', 'Ring', 'Since', ''],
      ['Acme', '+44 20 7946 0958', 45000, 'x'],
      ['Bolt', '+47 22 33 44 55', 45001, ''],
    ],
    'zh-CN': [
      ['二〇二六年客户', '', '', ''],
      ['', '', '', ''],
      ['公司', '打这里', '等级', ''],
      ['远大', '021-55667788', '金牌', '甲'],
      ['新元', '010-88990011', '银牌', ''],
    ],
  }[language],
});
