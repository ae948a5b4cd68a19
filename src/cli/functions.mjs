/** `npm run functions`: writes src/functions/functions.json from the comments of the =CRM.* functions. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import metadata from 'custom-functions-metadata';
import sources from '../functions/sources.cjs';

const { errors, metadataJson } = await metadata.generateCustomFunctionsMetadata(sources.functionSources());
if (errors.length) throw new Error(errors.join('\n'));
const text = `${JSON.stringify(JSON.parse(metadataJson), null, 2)}\n`;
writeFileSync(fileURLToPath(new URL('../functions/functions.json', import.meta.url)), text);
