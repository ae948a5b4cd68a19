/**
 * The =CRM.* functions: for the manager's own cells, beside the native columns (decision 9). Each one reads its arguments,
 * asks a rule of crm/ and hands the answer to the cell. Pure and synchronous; dates are arguments, because a function that
 * asks for today would be volatile. A blank row gives "", so that the cell stays empty.
 *
 * The comments in `sheet/` are what Excel shows: `npm run functions` writes them to functions.json; functions.zh-CN.json
 * translates.
 */
export * from './sheet/tier';
export * from './sheet/rfm';
export * from './sheet/lifecycle';
export * from './sheet/value';
export * from './sheet/revisit';
export * from './sheet/cadence';
export * from './sheet/care';
export * from './sheet/deal';
export * from './sheet/ticket';
export * from './sheet/service';
export * from './sheet/people';
export * from './sheet/campaign';
export * from './sheet/quality';
export * from './sheet/pipeline';
export * from './sheet/order';
export * from './sheet/prediction';
