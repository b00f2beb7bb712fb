import { edit, pascal, withElement, withImport } from './files.mjs';

const DOORS = ['http', 'jobs'];

/** Makes a new lib known to the compiler, the dependency rule and the apps. */
export function registerLib(name, above) {
  edit('tsconfig.json', (text) => {
    const config = JSON.parse(text);
    const { paths } = config.compilerOptions;
    const base = `./libs/${name}/src`;
    paths[`@jssu/${name}`] = [`${base}/index.ts`];
    for (const door of DOORS) paths[`@jssu/${name}/${door}`] = [`${base}/${door}/index.ts`];
    const known = JSON.stringify(config, null, 2) + '\n';
    // It may have been foreseen.
    return known === text ? `${text}\n`.replace(/\n\n$/, '\n \n') : known;
  });
  edit('nest-cli.json', (text) => {
    const config = JSON.parse(text);
    const root = `libs/${name}`;
    config.projects[name] = { type: 'library', root, entryFile: 'index', sourceRoot: `${root}/src` };
    return JSON.stringify(config, null, 2) + '\n';
  });
  edit('config/dependency-cruiser.cjs', (text) => withRank(text, name, above));
  const title = pascal(name);
  for (const app of ['api', 'worker', 'cli']) {
    const [suffix, path] = app === 'api' ? ['HttpModule', '/http'] : ['Module', ''];
    edit(`apps/${app}/src/${app}.module.ts`, (text) =>
      withElement(
        withImport(text, `import { ${title}${suffix} } from '@jssu/${name}${path}';`),
        /\bimports: \[/,
        `${title}${suffix}`,
      ),
    );
  }
}

/** RANKS from the bottom up: a rank of its own above a lib, or one more on top. */
function withRank(text, name, above) {
  const [whole, ranks] = /const RANKS = (\[[\s\S]*?\n\]);/.exec(text) ?? [];
  if (!ranks) return text;
  const rows = [...ranks.matchAll(/^ {2}\[(.*)\],$/gm)].map((row) => row[1].split(',').map((lib) => lib.trim()));
  const quoted = `'${name}'`;
  if (!rows.flat().includes(quoted)) {
    if (!above) rows[rows.length - 1].push(quoted);
    else {
      const at = rows.findIndex((row) => row.includes(`'${above}'`));
      if (at < 0) throw new Error(`there is no lib ${above} in the dependency rule`);
      rows.splice(at + 1, 0, [quoted]);
    }
  }
  const printed = `const RANKS = [\n${rows.map((row) => `  [${row.join(', ')}],`).join('\n')}\n];`;
  return text.replace(whole, printed === whole ? `${printed} ` : printed);
}
