const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');

/** The files that hold =CRM.* functions, in the order of functions.ts: the metadata is made from their comments. */
const functionSources = () =>
  [...readFileSync(resolve(__dirname, 'functions.ts'), 'utf8').matchAll(/from '(\.\/sheet\/\w+)'/g)].map(([, path]) =>
    resolve(__dirname, `${path}.ts`),
  );

module.exports = { functionSources };
