const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Browser and system of a User-Agent header, as far as it shows them: `Chrome, Android`. Empty when it shows neither. */
export function deviceOf(userAgent: string): string {
  const find = (table: typeof BROWSERS) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(', ');
}

const NAME = 'jssu.device';

/** This browser on this machine, as records name it: `Chrome, Android · 4f7k`. The end is by chance, and stays. */
export function thisDevice(): string {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  const mark = localStorage.getItem(NAME) ?? (number % 36 ** 4).toString(36).padStart(4, '0');
  localStorage.setItem(NAME, mark);
  return [deviceOf(navigator.userAgent), mark].filter(Boolean).join(' · ');
}

const KEEPS = 'jssu.keeps';

/** Whether this device keeps people's names, see `src/offline`; a note beside them, since looking there takes a script. */
export function keepsPeople(): boolean {
  return localStorage.getItem(KEEPS) !== null;
}

export function noteKeeping(keeps: boolean): void {
  if (keeps) localStorage.setItem(KEEPS, 'yes');
  else localStorage.removeItem(KEEPS);
}
