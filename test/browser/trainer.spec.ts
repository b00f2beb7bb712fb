import type { Browser } from 'playwright-core';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { startProduct, type Client, type Product } from '../harness/product.js';

describe('a trainer, in a browser', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let trainer: Client;
  let offeringId: string;
  let sessionId: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'story' }), launchBrowser()]);
    trainer = await product.signIn('trainer');
    const { body: running } = await trainer('GET', '/api/v1/offerings?state=in_progress');
    offeringId = running.items[0].id;
    const { body: offering } = await trainer('GET', `/api/v1/offerings/${offeringId}`);
    sessionId = offering.sessions.at(-1).id;
    // Submitted in the demo data: to be marked once more.
    const reason = 'to be marked in the browser';
    await trainer('POST', `/api/v1/sessions/${sessionId}/register/reopen`, { body: { reason } });
  }, 180_000);
  afterEach(() => visitor?.close());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const register = async () => (await trainer('GET', `/api/v1/sessions/${sessionId}/register`)).body;

  it('goes from his offerings to a register, marks by thumb, loses nothing without a line, and submits', async () => {
    visitor = await Visitor.open(browser, product.url, {
      ...{ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
    });
    const { page } = visitor;
    await visitor.signIn('trainer', '/offerings?state=in_progress');
    await page.locator(`a[href="/offerings/${offeringId}"]`).tap();
    await page.locator(`a[href="/sessions/${sessionId}/register"]`).tap();
    const choice = (line: number, status: string) =>
      page.locator('main li').nth(line).locator(`label[data-status=${status}]`);
    expect((await choice(0, 'absent').boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const [first, second] = (await register()).people;
    await choice(0, 'absent').tap();
    await choice(1, 'late').tap();
    const minutes = page.getByRole('textbox', { name: `Minutes attended by ${second.nameEn}` });
    await minutes.fill('500');
    await page.getByText('From 1 to 119 minutes').waitFor();
    await minutes.fill('45');
    await minutes.press('Enter');
    await page.getByText('Saved. Everybody is marked.').waitFor();
    await visitor.context.setOffline(true);
    await choice(0, 'excused').tap();
    await page.getByText('No line: kept here').waitFor();
    expect((await register()).people[0].mark.status).toBe('absent');
    await visitor.context.setOffline(false);
    await page.getByText('Saved. Everybody is marked.').waitFor();
    const { people } = await register();
    expect([people[0], people[1]]).toMatchObject([
      { personId: first.personId, mark: { status: 'excused' } },
      { personId: second.personId, mark: { status: 'late', minutes: 45 } },
    ]);
    await page.getByRole('button', { name: 'Submit' }).tap();
    await page.getByText('Submitted: another person countersigns it.').waitFor();
    expect((await register()).state).toBe('submitted');
    // Who submitted does not countersign: the refusal says so.
    await page.getByRole('button', { name: 'Countersign' }).tap();
    await page.getByRole('alert').waitFor();
    expect((await register()).state).toBe('submitted');
  }, 120_000);

  it.each(LANGUAGES)(
    'has screens without faults in %s',
    async (language) => {
      visitor = await Visitor.open(browser, product.url, { language, viewport: { width: 390, height: 800 } });
      await visitor.signIn('trainer', '/offerings');
      for (const path of ['/offerings', `/offerings/${offeringId}`, `/sessions/${sessionId}/register`]) {
        if (path !== '/offerings') await visitor.page.locator(`a[href="${path}"]`).click();
        expect([path, await visitor.sidewaysScroll()]).toEqual([path, 0]);
        expect(await visitor.faults()).toEqual([]);
      }
      expect(visitor.complaints).toEqual([]);
    },
    120_000,
  );
});
