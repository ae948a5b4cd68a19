import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { functions } from '../../src/functions/table';

const { functionSources } = jest.requireActual<{ functionSources: () => string[] }>('../../src/functions/sources.cjs');

interface Metadata {
  functions: { id: string; name: string; description: string; parameters: { name: string; description: string }[] }[];
}

const folder = path.resolve(__dirname, '../../src/functions');
const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Metadata;

/** All that Excel calls by, without the prose. */
const shape = ({ functions: entries, ...rest }: Metadata) => ({
  ...rest,
  functions: entries.map(({ description: _, parameters, ...entry }) => ({
    ...entry,
    parameters: parameters.map(({ description: __, ...parameter }) => parameter),
  })),
});

const prose = ({ functions: entries }: Metadata) =>
  entries.flatMap((entry) => [entry.description, ...entry.parameters.map((parameter) => parameter.description)]);

describe('metadata of the custom functions', () => {
  it('should be what the comments of the functions say (npm run functions)', async () => {
    const generated = await generateCustomFunctionsMetadata(functionSources());

    expect(generated.errors).toEqual([]);
    expect(read('functions.json')).toEqual(JSON.parse(generated.metadataJson));
  });

  it('should name exactly the functions that are registered', () => {
    expect(
      read('functions.json')
        .functions.map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(functions).sort());
  });

  it('should keep ids, names and parameters in Chinese, with every text translated', () => {
    const chinese = read('functions.zh-CN.json');

    expect(shape(chinese)).toEqual(shape(read('functions.json')));
    expect(prose(chinese).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
