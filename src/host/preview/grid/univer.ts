import { LocaleType, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  UniverDocsPlugin,
  UniverDocsUIPlugin,
  UniverFormulaEnginePlugin,
  UniverRenderEnginePlugin,
  UniverSheetsPlugin,
  UniverSheetsUIPlugin,
  UniverUIPlugin,
} from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import zhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import '@univerjs/preset-sheets-core/lib/index.css';

export type GridLanguage = 'en' | 'zh-CN';

const LOCALES: Readonly<Record<GridLanguage, LocaleType>> = { en: LocaleType.EN_US, 'zh-CN': LocaleType.ZH_CN };

/** Univer as a view: canvas, selection, scrolling and cell editor. Its formula and number format plugins stay out. */
export function createUniver(container: HTMLElement, language: GridLanguage): { univer: Univer; api: FUniver } {
  const univer = new Univer({ locale: LOCALES[language], locales: { [LocaleType.EN_US]: enUS, [LocaleType.ZH_CN]: zhCN } });
  univer.registerPlugin(UniverRenderEnginePlugin);
  // The cell editor tokenizes what is typed with the engine's lexer; nothing is calculated.
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverUIPlugin, { container, header: false, toolbar: false, contextMenu: false, disableAutoFocus: true });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsUIPlugin, { formulaBar: true, footer: false });
  return { univer, api: FUniver.newAPI(univer) };
}
