import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIBS = join(import.meta.dirname, '../../libs');

describe('the scope of rows', () => {
  it('is asked with the column of the person wherever the row has one: a grant for one party needs it', () => {
    const files = readdirSync(LIBS, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\/src\/.*\.ts$/.test(file) && !/\.spec\.ts$|^platform\//.test(file),
    );
    let asked = 0;
    const faults = files.flatMap((file) => {
      const text = readFileSync(join(LIBS, file), 'utf8');
      // The names under which this file's statements know the table of people.
      const people = new Set([...text.matchAll(/\b(?:FROM|JOIN) person (\w+)/g)].map((match) => match[1]));
      return [...text.matchAll(/scopeSql\(\s*\w+,\s*\{([^}]*)\}/g)].flatMap(([, columns]) => {
        asked++;
        const alias = /unit: '(\w+)\./.exec(columns)?.[1] ?? '';
        return people.has(alias) && !/\bperson\b/.test(columns) ? [`${file}: {${columns}}`] : [];
      });
    });
    expect(asked).toBeGreaterThan(8);
    expect(faults).toEqual([]);
  });
});
