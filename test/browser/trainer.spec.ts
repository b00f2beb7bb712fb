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
    await page.getByText('No line: kept on this device').waitFor();
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
    // Another person countersigns: who submitted is not offered it.
    const countersign = (who: Visitor) => who.page.getByRole('button', { name: 'Countersign' });
    expect(await countersign(visitor).count()).toBe(0);
    await visitor.close();
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('administrator', `/sessions/${sessionId}/register`);
    await countersign(visitor).click();
    await visitor.page.getByText('Countersigned and locked').waitFor();
    expect((await register()).state).toBe('countersigned');
  }, 120_000);

  it('says of marks on their way that they are being saved, and of a refused one why, while the others stay', async () => {
    const { body: offering } = await trainer('GET', `/api/v1/offerings/${offeringId}`);
    const path = `/api/v1/sessions/${offering.sessions[0].id}/register`;
    const { body: before } = await trainer('GET', path);
    // As if it were open still: what is marked is answered below.
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await page.route(`**${path}`, (route) => route.fulfill({ json: { ...before, state: 'open' } }));
    let answered = 0;
    await page.route(`**${path}/marks`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      const problem = { status: 409, code: 'delivery.bad-marks', title: 'Refused', detail: 'Not him', remedy: 'Ask' };
      await (answered++ === 0
        ? route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem })
        : route.fulfill({ json: { version: 9, written: 1, unchanged: 0 } }));
    });
    await visitor.signIn('trainer', `/sessions/${before.sessionId}/register`);
    const choice = (line: number) => page.locator('main li').nth(line).locator('label[data-status=absent] input');
    await choice(0).click();
    await choice(1).click();
    await page.getByText('Saving…').waitFor();
    await Promise.all([0, 1].map((line) => choice(line).and(page.locator(':checked')).waitFor()));
    expect(await page.getByText('No line').count()).toBe(0);
    await page.getByText('Not everything was saved').waitFor();
    await page.getByText('Not him').waitFor();
    // What was refused stays as it was marked, until it is marked anew or given up.
    expect([await choice(0).isChecked(), await choice(1).isChecked()]).toEqual([true, true]);
    await choice(2).click();
    await page.getByRole('button', { name: 'Give up the mark that was not saved' }).click();
    await page.getByText('Saved. Everybody is marked.').waitFor();
    expect(await page.getByText('Not him').count()).toBe(0);
    expect(await choice(0).isChecked()).toBe(false);
  }, 60_000);

  it('asks before the page is left with marks that wait, where the browser keeps nothing', async () => {
    const { body: offering } = await trainer('GET', `/api/v1/offerings/${offeringId}`);
    const path = `/api/v1/sessions/${offering.sessions[0].id}/register`;
    const { body: before } = await trainer('GET', path);
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.context.addInitScript(`Object.defineProperty(window, 'indexedDB', { value: undefined })`);
    await page.route(`**${path}`, (route) => route.fulfill({ json: { ...before, state: 'open' } }));
    await visitor.signIn('trainer', `/sessions/${before.sessionId}/register`);
    const asked = () =>
      page.evaluate(`!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))`) as Promise<boolean>;
    await page.locator('main li').first().waitFor();
    expect(await asked()).toBe(false);
    await visitor.context.setOffline(true);
    await page.locator('main li').first().locator('label[data-status=absent] input').click();
    await page.getByText('No line: kept here, and sent when it returns. Leave this page open.').waitFor();
    expect(await asked()).toBe(true);
    await page.getByRole('link', { name: 'Offering', exact: true }).click();
    await page.getByRole('dialog').getByRole('button').last().click();
    await page.getByText('Leave this page open.').waitFor();
  }, 60_000);

  it('shows a commander the sessions, and no way to registers that are closed to him', async () => {
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('commander', `/offerings/${offeringId}`);
    await visitor.settled();
    expect(await visitor.page.locator('main ul li').count()).toBeGreaterThan(0);
    expect(await visitor.page.locator('a[href$="/register"]').count()).toBe(0);
  }, 60_000);

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
