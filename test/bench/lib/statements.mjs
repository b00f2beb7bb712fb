import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The server writes what it logs as JSON, so that it can be read back. */
export const LOGGED = {
  ...{ logging_collector: 'on', log_destination: 'jsonlog', log_directory: 'statements', log_filename: 'log' },
  log_rotation_size: '0',
};

/**
 * The statements that the product sends to a database while some work is done, with their parameters as text, in order.
 * Connections that are open log from their next transaction on.
 */
export async function recordStatements({ adminUrl, dataDir }, { name }, work) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const log = async (setting) => {
    await admin.query(`ALTER SYSTEM SET log_statement = '${setting}'`);
    await admin.query('SELECT pg_reload_conf()');
    // Every process reads its configuration between two statements; the reload is asynchronous.
    await new Promise((resolve) => setTimeout(resolve, 500));
  };
  try {
    await log('all');
    const mark = new Date();
    await work();
    await log('none');
    const folder = join(dataDir, 'statements');
    const [file] = readdirSync(folder).filter((entry) => entry.endsWith('.json'));
    return readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
      .filter((entry) => entry.dbname === name && entry.application_name === 'jssu' && instant(entry) >= mark)
      .flatMap(({ message, detail }) => {
        const sql = /^(?:statement|execute [^:]*): ([\s\S]*)$/.exec(message)?.[1];
        return sql ? [{ sql, params: parametersOf(detail) }] : [];
      });
  } finally {
    await admin.end();
  }
}

/** `2026-11-25 08:00:00.123 GMT` */
const instant = ({ timestamp }) =>
  new Date(
    timestamp
      .replace(/ (\w+)$/, ' $1')
      .replace(' ', 'T')
      .replace(/ \w+$/, 'Z'),
  );

function parametersOf(detail = '') {
  return [...detail.matchAll(/\$\d+ = (NULL|'(?:[^']|'')*')/g)].map(([, value]) =>
    value === 'NULL' ? null : value.slice(1, -1).replaceAll("''", "'"),
  );
}
