import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from './product.js';

export type Language = 'en' | 'ur' | 'zh';
export const LANGUAGES: readonly Language[] = ['en', 'ur', 'zh'];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The browser that `npm test` found. Each launch has a profile of its own. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['JSSU_TEST_CHROMIUM'];
  if (!executablePath) throw new Error('JSSU_TEST_CHROMIUM is not set: run the tests with npm test');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A visitor whose browser prefers a language. What the page complains of on its console fails the test that asks. */
export class Visitor {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {}

  static async open(
    browser: Browser,
    url: string,
    { language = 'en', ...options }: BrowserContextOptions & { language?: Language } = {},
  ): Promise<Visitor> {
    const locale = { en: 'en-GB', ur: 'ur-PK', zh: 'zh-CN' }[language];
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 800 }, ...options });
    context.setDefaultTimeout(30_000);
    const visitor = new Visitor(context, await context.newPage(), url);
    visitor.page.on('console', (message) => {
      if (message.type() === 'error') visitor.complaints.push(message.text());
    });
    visitor.page.on('pageerror', (error) => visitor.complaints.push(error.message));
    return visitor;
  }

  /** A browser with a profile that outlives it, as on a device of one's own. */
  static async onDevice(profile: string, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await chromium.launchPersistentContext(profile, {
      ...{ executablePath: process.env['JSSU_TEST_CHROMIUM'], args: FLAGS, locale: 'en-GB' },
      ...options,
    });
    context.setDefaultTimeout(30_000);
    return new Visitor(context, context.pages()[0] ?? (await context.newPage()), url);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  async signIn(userName: string, path = '/', password = DEMO_PASSWORD): Promise<void> {
    await this.goTo(path);
    await this.page.locator('input[name=username]').fill(userName);
    await this.page.locator('input[name=password]').fill(password);
    await this.page.locator('button[type=submit]').click();
    await this.page.locator('nav').waitFor();
  }

  async chooseLanguage(language: Language): Promise<void> {
    await this.page.locator('header select, main select').first().selectOption(language);
    await this.page.locator(`html[lang=${language}]`).waitFor();
  }

  /** A screen is there when its heading is, and nothing on it is still being fetched. */
  async settled(): Promise<void> {
    await this.page.locator('main h1').waitFor();
    await this.page.waitForLoadState('networkidle');
    const busy = this.page.locator('main [aria-busy=true]');
    while ((await busy.count()) > 0) await busy.first().waitFor({ state: 'detached' });
  }

  /** Accessibility faults by axe (WCAG 2.2 A and AA, and good practice), in both colour schemes. */
  async faults(): Promise<string[]> {
    await this.settled();
    const faults: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await this.page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      await this.page.evaluate(AXE);
      const violations = (await this.page.evaluate(
        `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
           nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`,
      )) as string[];
      faults.push(...violations.map((violation) => `${colorScheme} ${this.page.url()} ${violation}`));
    }
    return faults;
  }

  /** How many pixels the page is wider than its window; it should be none. */
  async sidewaysScroll(): Promise<number> {
    await this.settled();
    return this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
