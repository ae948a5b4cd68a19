/** What changes or looks over the structure of a workbook: its script comes when somebody asks for it. */
export { planWorkbook } from '../template/plan';
export { planRemoval } from '../template/uninstall';
export { applyLivePlan } from './applyPlan';
export { findFunctionCells, freezeFunctionCells, frozenLines } from './functionCells';
export { chartLines, insertFunnelChart, removeChart } from './insertFunnel';
export { describeSelection, refreshAdoptions } from './source';
export { lookAtColumns, readFigures, switchLines } from './switchColumns';
export { applyRemoval } from './uninstall/apply';
export { lookAtUse } from './uninstall/look';
