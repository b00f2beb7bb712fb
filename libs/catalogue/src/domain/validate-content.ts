import { LOCALES } from '@jssu/kernel';
import { problem, type ContentProblem, type ContentProblemCode } from './content-problems.js';
import { ASSESSMENT_KINDS, BLOCK_KINDS, INSTRUCTOR_ROLES, type CourseContent } from './course-content.js';

export type ContentCheck =
  | { readonly ok: true; readonly content: CourseContent }
  | { readonly ok: false; readonly problems: readonly ContentProblem[] };

type Json = Readonly<Record<string, unknown>>;
type Report = (path: string, code: ContentProblemCode) => void;

const CODE = /^[A-Z0-9][A-Z0-9-]{0,31}$/;
const KIND = /^[a-z][a-z0-9-]{0,31}$/;
const MEMBERS = {
  content: ['blocks', 'assessments', 'passRule', 'minimumAttendance', 'prerequisites'],
  block: ['code', 'title', 'kind', 'minutes', 'traineesPerInstructor', 'roles', 'venueKind', 'equipment'],
  role: ['role', 'count'],
  equipment: ['kind', 'quantity'],
  assessment: ['code', 'title', 'kind', 'maxScore', 'passScore', 'maxAttempts'],
  passRule: ['mustPass', 'atLeast', 'minimumAverage'],
  prerequisite: ['kind', 'code'],
} as const;

/** Checks a syllabus that came from outside and reports every problem with its path. */
export function validateContent(json: unknown): ContentCheck {
  const problems: ContentProblem[] = [];
  const report: Report = (path, code) => void problems.push(problem(path, code));
  if (!isObject(json, '$', 'content', report)) return { ok: false, problems };
  const { blocks, assessments, passRule, minimumAttendance, prerequisites } = json;
  const blockCodes = list(blocks, 'blocks', [1, 100], report, (block, path) => checkBlock(block, path, report));
  reportRepeats(blockCodes, 'blocks', report);
  const codes = list(assessments, 'assessments', [0, 50], report, (one, path) => checkAssessment(one, path, report));
  reportRepeats(codes, 'assessments', report);
  checkPassRule(passRule, codes, report);
  wholeNumber(minimumAttendance, 'minimumAttendance', [0, 100], report);
  const required = list(prerequisites, 'prerequisites', [0, 20], report, (one, path) => {
    if (!isObject(one, path, 'prerequisite', report)) return undefined;
    oneOf(one['kind'], ['course', 'scheme'], `${path}.kind`, report);
    matches(one['code'], CODE, `${path}.code`, report);
    return `${String(one['kind'])} ${String(one['code'])}`;
  });
  reportRepeats(required, 'prerequisites', report);
  return problems.length === 0 ? { ok: true, content: json as unknown as CourseContent } : { ok: false, problems };
}

function checkBlock(block: unknown, path: string, report: Report): string | undefined {
  if (!isObject(block, path, 'block', report)) return undefined;
  const { code, title, kind, minutes, traineesPerInstructor, roles, venueKind, equipment } = block;
  matches(code, CODE, `${path}.code`, report);
  checkTitle(title, `${path}.title`, report);
  oneOf(kind, BLOCK_KINDS, `${path}.kind`, report);
  wholeNumber(minutes, `${path}.minutes`, [5, 60_000], report);
  if (traineesPerInstructor !== undefined)
    wholeNumber(traineesPerInstructor, `${path}.traineesPerInstructor`, [1, 500], report);
  if (venueKind !== undefined) matches(venueKind, KIND, `${path}.venueKind`, report);
  if (roles !== undefined) {
    const named = list(roles, `${path}.roles`, [1, 4], report, (role, at) => {
      if (!isObject(role, at, 'role', report)) return undefined;
      oneOf(role['role'], INSTRUCTOR_ROLES, `${at}.role`, report);
      wholeNumber(role['count'], `${at}.count`, [1, 50], report);
      return role['role'];
    });
    reportRepeats(named, `${path}.roles`, report);
  }
  if (equipment !== undefined) {
    const kinds = list(equipment, `${path}.equipment`, [0, 20], report, (item, at) => {
      if (!isObject(item, at, 'equipment', report)) return undefined;
      matches(item['kind'], KIND, `${at}.kind`, report);
      wholeNumber(item['quantity'], `${at}.quantity`, [1, 10_000], report);
      return item['kind'];
    });
    reportRepeats(kinds, `${path}.equipment`, report);
  }
  return code as string;
}

function checkAssessment(assessment: unknown, path: string, report: Report): string | undefined {
  if (!isObject(assessment, path, 'assessment', report)) return undefined;
  const { code, title, kind, maxScore, passScore, maxAttempts } = assessment;
  matches(code, CODE, `${path}.code`, report);
  checkTitle(title, `${path}.title`, report);
  oneOf(kind, ASSESSMENT_KINDS, `${path}.kind`, report);
  const highest = wholeNumber(maxScore, `${path}.maxScore`, [1, 1000], report) ? maxScore : 1000;
  wholeNumber(passScore, `${path}.passScore`, [1, highest], report);
  wholeNumber(maxAttempts, `${path}.maxAttempts`, [1, 10], report);
  return code as string;
}

function checkPassRule(rule: unknown, assessments: readonly unknown[], report: Report): void {
  if (!isObject(rule, 'passRule', 'passRule', report)) return;
  const { mustPass, atLeast, minimumAverage } = rule;
  const named = list(mustPass, 'passRule.mustPass', [0, 50], report, (code, path) => {
    if (!assessments.includes(code)) report(path, 'unknown-assessment');
    return code;
  });
  reportRepeats(named, 'passRule.mustPass', report);
  wholeNumber(atLeast, 'passRule.atLeast', [0, assessments.length], report);
  if (minimumAverage === undefined) return;
  if (wholeNumber(minimumAverage, 'passRule.minimumAverage', [0, 100], report) && assessments.length === 0)
    report('passRule.minimumAverage', 'nothing-to-average');
}

function checkTitle(title: unknown, path: string, report: Report): void {
  const texts = title as Json | null | undefined;
  const sound = LOCALES.every((locale) => {
    const text = typeof texts === 'object' ? texts?.[locale] : undefined;
    return typeof text === 'string' && text.trim() !== '' && text.length <= 300;
  });
  if (!sound || Object.keys(texts ?? {}).length !== LOCALES.length) report(path, 'bad-title');
}

function isObject(value: unknown, path: string, kind: keyof typeof MEMBERS, report: Report): value is Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(path, 'not-an-object');
    return false;
  }
  const known: readonly string[] = MEMBERS[kind];
  for (const member of Object.keys(value))
    if (!known.includes(member)) report(`${path === '$' ? '' : `${path}.`}${member.slice(0, 64)}`, 'unknown-member');
  return true;
}

/** Visits each element. @returns what the visits answered, so that repeats can be found */
function list(
  value: unknown,
  path: string,
  [least, most]: readonly [number, number],
  report: Report,
  visit: (element: unknown, path: string) => unknown,
): unknown[] {
  if (!Array.isArray(value) || value.length < least || value.length > most) {
    report(path, 'bad-list');
    return [];
  }
  return value.map((element: unknown, i) => visit(element, `${path}[${i}]`));
}

function reportRepeats(values: readonly unknown[], path: string, report: Report): void {
  values.forEach((value, i) => {
    if (value !== undefined && values.indexOf(value) < i) report(`${path}[${i}]`, 'repeated');
  });
}

function wholeNumber(
  value: unknown,
  path: string,
  [least, most]: readonly [number, number],
  report: Report,
): value is number {
  const sound = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  if (!sound) report(path, 'number-out-of-range');
  return sound;
}

function matches(value: unknown, pattern: RegExp, path: string, report: Report): void {
  if (typeof value !== 'string' || !pattern.test(value)) report(path, 'bad-code');
}

function oneOf(value: unknown, known: readonly string[], path: string, report: Report): void {
  if (typeof value !== 'string' || !known.includes(value)) report(path, 'unknown-kind');
}
