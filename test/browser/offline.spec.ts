import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { DEMO_PASSWORD, eventually, startProduct, type Client, type Product } from '../harness/product.js';

const PHONE = { viewport: { width: 390, height: 800 } };

describe('the register where there is no line', () => {
  let product: Product;
  let browser: Browser;
  let profile: string;
  let visitor: Visitor;
  let trainer: Client;
  let administrator: Client;
  let path: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'story' }), launchBrowser()]);
    profile = await mkdtemp(join(tmpdir(), 'jssu-device-'));
    [trainer, administrator] = [await product.signIn('trainer'), await product.signIn('administrator')];
    const { body: running } = await trainer('GET', '/api/v1/offerings?state=in_progress');
    const { body: offering } = await trainer('GET', `/api/v1/offerings/${running.items[0].id}`);
    path = `/sessions/${offering.sessions.at(-1).id}/register`;
    await trainer('POST', `/api/v1${path}/reopen`, { body: { reason: 'to be marked without a line' } });
  }, 180_000);
  afterEach(() => visitor?.close());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const register = async () => (await trainer('GET', `/api/v1${path}`)).body;
  const choice = (line: number, status: string) =>
    visitor.page.locator('main li').nth(line).locator(`label[data-status=${status}] input`);

  it('marks survive a browser that dies, are sent with their provenance, and lie over nobody else’s', async () => {
    visitor = await Visitor.onDevice(profile, product.url, PHONE);
    await visitor.signIn('trainer', path);
    await visitor.settled();
    await visitor.page.evaluate('navigator.serviceWorker.ready');
    const before = (await register()).people;
    await visitor.context.setOffline(true);
    for (const [line, status] of [
      [0, 'excused'],
      [1, 'absent'],
      [2, 'absent'],
    ] as const)
      await choice(line, status).check();
    await visitor.page.getByText('No line: kept on this device, and sent when it returns.').waitFor();
    const marked = new Date();
    // The battery: nothing of the browser is asked to finish.
    const devtools = await visitor.context.newCDPSession(visitor.page);
    await Promise.race([
      devtools.send('Browser.crash').catch(() => undefined),
      new Promise((r) => setTimeout(r, 2000)),
    ]);
    await visitor.close().catch(() => undefined);
    expect((await register()).people).toEqual(before);

    // Meanwhile somebody else marks two of the three otherwise.
    const others = [1, 2].map((i) => ({ enrolmentId: before[i].enrolmentId, status: 'excused' }));
    await administrator('PUT', `/api/v1${path}/marks`, {
      body: { marks: others.map((o) => ({ ...o, note: 'letter' })) },
    });

    visitor = await Visitor.onDevice(profile, product.url, PHONE);
    await visitor.context.setOffline(true);
    await visitor.goTo('/');
    const { page } = visitor;
    await page.getByRole('heading', { name: 'Registers of the day' }).waitFor();
    await page.getByText('3 marks wait').waitFor();
    await page.locator(`a[href="${path}"]`).click();
    for (const [line, status] of ['excused', 'absent', 'absent'].entries())
      await choice(line, status).and(page.locator(':checked')).waitFor();
    await visitor.context.setOffline(false);
    // A cookie that the browser had not written down yet is gone with it: the page stays, and asks for the password.
    await page.locator('input[name=password]').fill(DEMO_PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.getByText('Not everything was saved').waitFor({ timeout: 60_000 });

    const sent = (await register()).people;
    expect(sent[0].mark).toMatchObject({ status: 'excused', device: expect.stringMatching(/^Chrome, Linux · \w{4}$/) });
    expect(Date.parse(sent[0].mark.markedAt)).toBeLessThanOrEqual(marked.getTime());
    expect(sent.slice(1, 3).map((p: { mark: { status: string } }) => p.mark.status)).toEqual(['excused', 'excused']);

    const conflict = (line: number) => page.locator('main li').nth(line);
    await conflict(1).getByRole('button', { name: 'Send mine instead' }).click();
    await conflict(1).getByText('Somebody else has marked').waitFor({ state: 'detached' });
    expect(await visitor.faults()).toEqual([]);
    await conflict(2).getByRole('button', { name: 'Keep what is on record' }).click();
    await page.getByText('Saved. Everybody is marked.').waitFor();
    await choice(2, 'excused').and(page.locator(':checked')).waitFor();
    const settled = await eventually(register, ({ people }) => people[1].mark.status === 'absent');
    expect(settled.people[2].mark).toMatchObject({ status: 'excused', note: 'letter' });
  }, 180_000);

  it('keeps no name on the device once one has signed out', async () => {
    visitor = await Visitor.onDevice(profile, product.url);
    await visitor.goTo('/account');
    const kept = () =>
      visitor.page.evaluate(`new Promise((resolve) => {
        const opening = indexedDB.open('jssu');
        opening.onsuccess = () => {
          const stores = opening.result.transaction(['account', 'registers']);
          const asked = [stores.objectStore('account').count(), stores.objectStore('registers').count()];
          stores.oncomplete = () => { opening.result.close(); resolve(asked.map(({ result }) => result)); };
        };
      })`);
    await visitor.settled();
    expect(await kept()).toEqual([1, 1]);
    await visitor.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await visitor.page.locator('input[name=password]').waitFor();
    expect(await eventually(kept, (counts) => String(counts) === '0,0')).toEqual([0, 0]);
  }, 60_000);

  it('takes the registers of a day along', async () => {
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('trainer', '/registers');
    const { page } = visitor;
    const day = (await register()).start.slice(0, 10);
    await page.getByLabel('Day').fill(day);
    await page.getByText('No register on this device').waitFor();
    await page.getByRole('button', { name: 'Take these along' }).click();
    await page.getByText('They open without a line now.').waitFor();
    expect(await page.getByRole('list', { name: 'On this device' }).locator(`a[href="${path}"]`).count()).toBe(1);
  }, 60_000);

  it('goes onto paper and is typed back from it, told by name before it counts', async () => {
    const { people, minutes, sessionId } = await register();
    const [first, second] = people;
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('trainer', path);
    const { page } = visitor;
    await page.getByRole('link', { name: 'On paper' }).click();
    await page.getByRole('img', { name: 'Scan to type it back' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(people.length);
    await page.emulateMedia({ media: 'print' });
    const sheet = await page.pdf({ format: 'A4' });
    expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });
    // What the code says, as the page has drawn it.
    await visitor.goTo(`/sessions/${sessionId}/register?paper=true`);
    const dialog = page.getByRole('dialog', { name: 'Type back from paper' });
    const typed = dialog.getByLabel('Seat and letter');
    await typed.fill(`${first.seatNumber}l${minutes} 999p`);
    await dialog.getByText('only who is late has minutes').waitFor();
    await dialog.getByText('nobody has this seat').waitFor();
    expect(await dialog.getByRole('button', { name: /Take over/ }).isDisabled()).toBe(true);
    await typed.fill(`${first.seatNumber}L45, ${second.seatNumber}p`);
    await dialog.getByText(`${first.nameEn}: Late · 45 min`).waitFor();
    await dialog.getByRole('button', { name: 'Take over 2 marks' }).click();
    await page.getByText('Saved. Everybody is marked.').waitFor();
    const marked = (await register()).people;
    expect(marked.slice(0, 2).map((p: { mark: object }) => p.mark)).toMatchObject([
      { status: 'late', minutes: 45 },
      { status: 'present' },
    ]);
  }, 120_000);

  it.each(LANGUAGES)(
    'has screens without faults in %s',
    async (language) => {
      visitor = await Visitor.open(browser, product.url, { language, ...PHONE });
      await visitor.signIn('trainer', path);
      expect(await visitor.faults()).toEqual([]);
      await visitor.page.locator('main a[href$="/paper"]').click();
      expect(await visitor.faults()).toEqual([]);
      expect(await visitor.sidewaysScroll()).toBe(0);
      await visitor.page.locator('nav a[href="/registers"]').click();
      expect(await visitor.faults()).toEqual([]);
      expect(await visitor.sidewaysScroll()).toBe(0);
      expect(visitor.complaints).toEqual([]);
    },
    120_000,
  );
});
