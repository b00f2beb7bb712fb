// `npm run generate -- module <name> [<thing>] [--above <lib>]` and `npm run generate -- use-case <module> <verb-noun>`:
// write what the house wants of a new lib or use case, wired in. Run `npm run check` afterwards, and read what was written.
import { addModule } from './module.mjs';
import { addUseCase } from './use-case.mjs';

const USAGE = `npm run generate -- <what>
  module <name> [<thing>] [--above <lib>]   a lib with one thing: a table, a list, a use case, permissions, routes, a spec
                                            <thing> in the singular, else <name> without its last "s"; --above puts it
                                            directly above that lib in the dependency rule, else it stands on top
  use-case <module> <verb-noun>             a rule with its spec and a use case that applies it`;

const [what, ...args] = process.argv.slice(2);
try {
  const written = what === 'module' ? addModule(args) : what === 'use-case' ? addUseCase(args) : undefined;
  if (!written) {
    console.error(USAGE);
    process.exitCode = 2;
  } else {
    for (const file of written) console.log(file);
    console.log('\nNow: npm run format && npm run check');
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
