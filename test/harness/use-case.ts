import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Product } from './product.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs what no route reaches: the exported use cases of a lib, in a process of its own on the product's database.
 * @param lib whose exports are in scope as `lib`
 * @param script the body of an async function over `app` (the Nest context), `lib` and `platform`
 * @returns what the script returns, or `{ refused: code, … }` for a refusal
 */
export function runUseCase<T>(product: Product, lib: string, script: string): Promise<T> {
  const program = `
    import 'reflect-metadata';
    import { NestFactory } from '@nestjs/core';
    import { readEnvironment } from './dist/config/index.js';
    import { CliModule } from './dist/apps/cli/src/cli.module.js';
    import * as platform from './dist/libs/platform/src/index.js';
    import * as lib from './dist/libs/${lib}/src/index.js';
    const app = await NestFactory.createApplicationContext(CliModule.forRoot(readEnvironment(process.env)), { logger: ['fatal'] });
    const work = async () => { ${script} };
    const result = await app.get(platform.RequestContext).run({ actor: platform.SYSTEM_ACTOR }, work).catch((error) => {
      if (!error.code) throw error;
      return { refused: error.code, ...error.params, ...error.extra };
    });
    console.log(JSON.stringify(result ?? null));
    await app.close();`;
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--input-type=module', '-e', program],
      { env: product.env, cwd: ROOT },
      (error, stdout, stderr) =>
        error ? reject(new Error(stderr || error.message)) : resolve(JSON.parse(stdout) as T),
    );
  });
}
