import type { Browser } from 'playwright-core';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { DEMO_PASSWORD, startProduct, type Product } from '../harness/product.js';

describe('signing in, in a browser', () => {
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

  it('needs no mouse', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.goTo('/');
    await page.locator('input[name=username]:focus').waitFor();
    await page.keyboard.type('trainee');
    await page.keyboard.press('Tab');
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('nav').waitFor();
    expect(await page.title()).toBe('My training · JSSU Training');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.locator('main:focus').count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
  });

  it('keeps the tokens where no script finds them later, and goes on after a reload', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page, context } = visitor;
    await visitor.signIn('auditor');
    const stored = String(
      await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie'),
    );
    expect(stored).not.toMatch(/eyJ|[A-Za-z0-9_-]{30}/);
    const [cookie] = await context.cookies(`${product.url}/api/v1/auth/refresh`);
    expect([cookie.name, cookie.httpOnly, cookie.sameSite]).toEqual(['jssu_refresh', true, 'Strict']);
    await page.reload();
    await page.locator('nav').waitFor();
    expect(new URL(page.url()).pathname).toBe('/people');
  });

  it('leads where the link says, and signs every tab out at once', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page, context } = visitor;
    await visitor.signIn('commander', '/people?status=active');
    expect(page.url()).toBe(`${product.url}/people?status=active`);
    const second = await context.newPage();
    await second.goto(`${product.url}/account`);
    await second.getByRole('button', { name: 'Sign out', exact: true }).first().click();
    await Promise.all([page, second].map((tab) => tab.locator('input[name=password]').waitFor()));
    await page.reload();
    await page.locator('input[name=password]').waitFor();
  });

  it('refuses with the reason and the remedy in the language of the reader', async () => {
    visitor = await Visitor.open(browser, product.url, { language: 'ur' });
    const { page } = visitor;
    await visitor.goTo('/');
    await page.locator('input[name=username]').fill('nobody');
    await page.locator('input[name=password]').fill('nothing at all that fits');
    await page.locator('button[type=submit]').click();
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toContain('صارف نام یا پاس ورڈ غلط ہے');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  });

  it('has no accessibility fault in any language, at 360 pixels no sideways scrolling', async () => {
    visitor = await Visitor.open(browser, product.url, { viewport: { width: 360, height: 740 } });
    await visitor.goTo('/');
    for (const language of LANGUAGES) {
      await visitor.chooseLanguage(language);
      expect(await visitor.faults()).toEqual([]);
      expect([language, await visitor.sidewaysScroll()]).toEqual([language, 0]);
    }
  });

  it('fetches the Urdu letters only for those who read Urdu', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    const fetched = () =>
      page.evaluate(
        `document.fonts.ready.then((fonts) => [...fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))`,
      );
    await visitor.goTo('/');
    await visitor.settled();
    // The name of the language itself is in the choice of languages: it is drawn by a font of the system.
    expect(await fetched()).toEqual([]);
    await visitor.chooseLanguage('ur');
    await visitor.settled();
    expect(await fetched()).toEqual([expect.stringContaining('Noto Nastaliq Urdu')]);
  });

  it('asks for the password again over the page when the session was ended elsewhere, and loses nothing', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('trainer', '/account');
    const wanted = page.locator('input[autocomplete=new-password]');
    await wanted.fill('some words that are long enough');
    await page.locator('input[autocomplete=current-password]').fill('not my password at all');
    await product.sql(
      `UPDATE login_session SET revoked_at = now(), revoked_reason = 'revoked' WHERE revoked_at IS NULL`,
    );
    await product.sql(`NOTIFY jssu_rights, '*'`);
    await page.getByRole('button', { name: 'Change the password' }).click();
    const again = page.getByRole('dialog');
    expect(await again.locator('input[name=username]').inputValue()).toBe('trainer');
    await again.locator('input[name=password]').fill(DEMO_PASSWORD);
    await again.locator('button[type=submit]').click();
    await again.waitFor({ state: 'detached' });
    // The change that waited was sent then: and refused for what it said, not for who sent it.
    await page.getByRole('alert').waitFor();
    expect(await wanted.inputValue()).toBe('some words that are long enough');
  });
});
