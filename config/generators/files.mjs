import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const written = [];

/** @throws Error for a name that the house would not take */
export function kebab(name, what) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name ?? '')) throw new Error(`${what} must be words with dashes, not "${name ?? ''}"`);
  return name;
}

/** `leave-request` → `LeaveRequest` */
export const pascal = (name) =>
  name
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
export const camel = (name) => pascal(name)[0].toLowerCase() + pascal(name).slice(1);
export const snake = (name) => name.replaceAll('-', '_');
export const words = (name) => name.replaceAll('-', ' ');
export const plural = (name) => (/(s|x|ch|sh)$/.test(name) ? `${name}es` : name.replace(/([^aeiou])y$/, '$1ie') + 's');

export function create(file, text) {
  if (existsSync(file)) throw new Error(`${file} is there already`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  written.push(file);
}

/** @throws Error when the change finds nothing to change: the file is no longer as this script knows it */
export function edit(file, change) {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} could not be extended: do it by hand`);
  writeFileSync(file, after);
  written.push(`${file} (extended)`);
}

export const all = () => written;

/** Puts an import beside the others, in the order of their paths. */
export function withImport(text, line) {
  const path = /from '(.+)'/.exec(line)[1];
  const imports = [...text.matchAll(/^import .* from '(.+)';$/gm)];
  const next = imports.find(([, other]) => other.startsWith(path[0]) && other > path);
  if (next) return `${text.slice(0, next.index)}${line}\n${text.slice(next.index)}`;
  const last = imports.filter(([, other]) => other.startsWith(path[0])).pop() ?? imports[imports.length - 1];
  const end = last.index + last[0].length;
  return `${text.slice(0, end)}\n${line}${text.slice(end)}`;
}

/** Adds an element at the end of the first list that begins so. */
export function withElement(text, beginning, element) {
  const start = text.search(beginning);
  if (start < 0) return text;
  const open = text.indexOf('[', start);
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '[') depth++;
    if (text[i] === ']' && --depth === 0) {
      const inside = text
        .slice(open + 1, i)
        .trimEnd()
        .replace(/,$/, '');
      return `${text.slice(0, open + 1)}${inside}, ${element}${text.slice(i)}`;
    }
  }
  return text;
}

/** The number after the last migration of all libs, with room for more of the same lib. */
export function nextMigration() {
  const numbers = readdirSync('libs', { recursive: true, encoding: 'utf8' })
    .map((file) => /migrations\/(\d{13})-/.exec(file)?.[1])
    .filter(Boolean)
    .map(Number);
  return (Math.floor(Math.max(...numbers) / 10_000) + 1) * 10_000;
}
