/** Actions of setting up, moving house and importing: their script comes when somebody asks for one of them. */
export { adopt, planAdopt } from '../actions/adopt';
export { prepareImport, runImport } from '../actions/importFile';
export { insertFunnel } from '../actions/insertFunnel';
export { install, planInstall } from '../actions/install';
export { makeShareSafe, planShareSafe } from '../actions/shareSafe';
export { planSwitch, switchColumn } from '../actions/switchColumn';
export { planUninstall, uninstall } from '../actions/uninstall';
