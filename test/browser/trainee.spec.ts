import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { startProduct, type Product } from '../harness/product.js';

const BUILT = new URL('../../dist/apps/web', import.meta.url);
const SCREENS = ['/my/training', '/my/certificates', '/my/calendar', '/account'];
const HEADINGS = {
  en: ['My training', 'My certificates', 'My calendar', 'My account'],
  ur: ['میری تربیت', 'میری اسناد', 'میرا کیلنڈر', 'میرا اکاؤنٹ'],
  zh: ['我的培训', '我的证书', '我的日程', '我的账户'],
};

describe('a trainee, in a browser', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  }, 120_000);
  afterEach(() => visitor?.close());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each(LANGUAGES)(
    'finds his training, certificates, calendar and account by thumb in %s',
    async (language) => {
      visitor = await Visitor.open(browser, product.url, {
        language,
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      });
      const { page } = visitor;
      await visitor.signIn('trainee');
      for (const [i, heading] of HEADINGS[language].entries()) {
        await page.locator(`nav a[href="${SCREENS[i]}"]`).tap();
        await page.getByRole('heading', { level: 1, name: heading }).waitFor();
        expect([await page.locator('html').getAttribute('lang'), await page.title()]).toEqual([
          language,
          expect.stringContaining(heading),
        ]);
        expect([SCREENS[i], await visitor.sidewaysScroll()]).toEqual([SCREENS[i], 0]);
        expect(await visitor.faults()).toEqual([]);
        // What is under the thumb is at least 44 pixels high.
        for (const link of await page.locator('nav a').all())
          expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      }
    },
    120_000,
  );

  it('fetches at most 170 kB of script, packed by gzip, up to his first screen', async () => {
    visitor = await Visitor.open(browser, product.url);
    // Without the screens that are fetched ahead, seconds after the first one is there.
    await visitor.context.addInitScript(
      `const later = setTimeout; setTimeout = (work, wait, ...rest) => (wait >= 5000 ? 0 : later(work, wait, ...rest));`,
    );
    const scripts = new Set<string>();
    visitor.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await visitor.signIn('trainee');
    await visitor.settled();
    const bytes = [...scripts].map((path) => readFileSync(`${BUILT.pathname}${path}.gz`).length);
    expect(scripts.size).toBeGreaterThan(3);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(170_000);
  });

  it('sees nothing of the screens of others', async () => {
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('trainee');
    const links = await visitor.page.evaluate(
      `[...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))`,
    );
    expect(links).toEqual(SCREENS);
    await visitor.goTo('/no/such/page');
    await visitor.page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor();
  });
});
