import type { Browser } from 'playwright-core';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { startProduct, type Client, type Product } from '../harness/product.js';

/** Of the demo’s story: those who passed GUARD-101, and one who did not. */
const [FIRST, SECOND, THIRD, WITHOUT] = ['DEMO-00001', 'DEMO-00013', 'DEMO-00007', 'DEMO-10058'];

describe('a commander, in a browser', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let commander: Client;
  let trainer: Client;
  const offerings = new Map<string, string>();

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'story' }), launchBrowser()]);
    // Called off, and planned, in the demo data: here they take people. For the first one must have passed GUARD-101.
    await product.sql(
      `UPDATE offering SET state = 'published', state_reason = NULL WHERE code IN ('LEAD-201-B', 'GUARD-101-F')`,
    );
    [commander, trainer] = [await product.signIn('commander'), await product.signIn('trainer')];
    const { body } = await trainer('GET', '/api/v1/offerings?limit=200');
    for (const { code, id } of body.items) offerings.set(code, id);
  }, 180_000);
  afterEach(() => visitor?.close());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  function offering(code: string): string {
    const id = offerings.get(code);
    if (!id) throw new Error(`no offering ${code}`);
    return id;
  }

  const person = async (serviceNumber: string) =>
    (await commander('GET', `/api/v1/people?search=${serviceNumber}`)).body.items[0];
  const enrolments = async (code: string): Promise<Record<string, { id: string; state: string }>> => {
    const { body } = await commander('GET', `/api/v1/enrolments?limit=200&offeringId=${offering(code)}`);
    return Object.fromEntries(body.items.map((one: { serviceNumber: string }) => [one.serviceNumber, one]));
  };
  const seats = async (code: string) => (await commander('GET', `/api/v1/offerings/${offering(code)}/seats`)).body;

  it('begins at his desk, nominates by name in any script, and is told of each refused why', async () => {
    visitor = await Visitor.open(browser, product.url, {
      ...{ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
    });
    const { page } = visitor;
    await visitor.signIn('commander');
    await page.getByRole('heading', { level: 1, name: 'Nominations' }).waitFor();
    await page.getByText('Muhammad Sher Ali Memon').waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).tap();
    await page.getByRole('link', { name: 'Offerings' }).tap();
    await page.locator(`a[href="/offerings/${offering('LEAD-201-B')}"]`).tap();
    await page.getByRole('link', { name: 'Roster' }).tap();
    await page.getByText('Nobody is on this offering').waitFor();
    expect(await page.getByRole('link', { name: 'Change quotas' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Nominate people' }).tap();
    const search = page.getByRole('searchbox', { name: 'Search' });
    // By the Urdu name, by the English one, and by number.
    const { nameUr } = await person(FIRST);
    const wanted = [
      [nameUr, FIRST],
      ['Kamran Bugti', SECOND],
      [THIRD, THIRD],
      [WITHOUT, WITHOUT],
    ];
    for (const [words, serviceNumber] of wanted) {
      await search.fill(words);
      const option = page.locator('label', { hasText: serviceNumber });
      expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      await option.tap();
    }
    await page.getByRole('combobox', { name: 'Priority of Zainab Mirza' }).selectOption('1');
    await page.getByRole('button', { name: 'Nominate 4' }).tap();
    await page.getByText('One was refused').waitFor();
    await page.getByText('A prerequisite is not met').waitFor();
    await page.getByText('GUARD-101 – not there').waitFor();
    // Who was refused alone is still chosen, in the address too.
    expect(new URL(page.url()).searchParams.get('people')).toBe((await person(WITHOUT)).id);
    expect(await enrolments('LEAD-201-B')).toMatchObject({
      [FIRST]: { state: 'nominated', priority: 1 },
      [SECOND]: { state: 'nominated', priority: 5 },
      [THIRD]: { state: 'nominated', priority: 5 },
    });
    // Those who are on the offering cannot be chosen once more.
    await search.fill(FIRST);
    await page.locator('label', { hasText: FIRST }).locator('input:disabled').waitFor();
  }, 120_000);

  it('endorses several at once: who has a seat, who is refused and why; the refused is rejected with a reason', async () => {
    await product.sql(`UPDATE person SET status = 'left' WHERE service_number = $1`, [THIRD]);
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('commander', '/nominations');
    await page.getByText('4 nominations await you · 2 offerings').waitFor();
    await page.getByRole('checkbox', { name: 'All 3 of this offering' }).check();
    await page.getByRole('button', { name: 'Endorse 3' }).click();
    await page.getByText('2 are endorsed. One was refused').waitFor();
    const outcome = page.getByRole('status').filter({ hasText: '2 are endorsed' });
    await outcome.getByText('Seat reserved · seat 1').waitFor();
    await outcome.getByText('Seat reserved · seat 2').waitFor();
    await page.getByText('The person no longer serves').waitFor();
    expect(await enrolments('LEAD-201-B')).toMatchObject({
      [FIRST]: { state: 'reserved', seatNumber: 1 },
      [SECOND]: { state: 'reserved', seatNumber: 2 },
      [THIRD]: { state: 'nominated' },
    });
    await page.getByRole('link', { name: 'Reject Imran Khattak' }).click();
    await page.getByRole('combobox', { name: 'Reason' }).selectOption('Posted elsewhere');
    await page.getByRole('textbox', { name: 'Note for the record' }).fill('Left for Dasu');
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('The nomination of Imran Khattak is rejected.').waitFor();
    await page.getByText('One nomination awaits you · one offering').waitFor();
    expect((await enrolments('LEAD-201-B'))[THIRD]).toMatchObject({
      state: 'rejected',
      stateReason: 'Posted elsewhere: Left for Dasu',
    });
    await page.goto(`${product.url}/offerings/${offering('LEAD-201-B')}/roster?show=seated`);
    await page.getByText('2 of 10 seats taken').waitFor();
    expect(await page.getByRole('list', { name: 'With a seat' }).getByRole('listitem').count()).toBe(2);
  }, 120_000);

  it('sees who waits and why; the trainer raises the quota, and those who waited have seats', async () => {
    const code = 'CHINESE-101-A';
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('commander', '/nominations');
    await visitor.page.getByRole('checkbox', { name: /Muhammad Sher Ali Memon/ }).check();
    await visitor.page.getByRole('button', { name: 'Endorse one' }).click();
    await visitor.page.getByText('The unit’s quota is used').waitFor();
    await visitor.page.getByText('Nothing awaits you').waitFor();
    const before = await seats(code);
    expect(before.waiting.length).toBeGreaterThan(1);
    await visitor.close();

    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('trainer', `/offerings/${offering(code)}/roster`);
    await page.getByRole('link', { name: 'Change quotas' }).click();
    expect(await page.getByRole('link', { name: 'Nominate people' }).count()).toBe(0);
    const dialog = page.getByRole('dialog');
    const balochistan = dialog.getByRole('spinbutton', { name: 'Seats' }).first();
    await balochistan.fill('8');
    await dialog.getByText('10 of 8 seats set aside').waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('more seats are set aside than there are').waitFor();
    expect((await seats(code)).quotas[0].seats).toBe(4);
    await balochistan.fill('6');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The quotas are saved.').waitFor();
    const after = await seats(code);
    expect([after.quotas[0].seats, after.held]).toEqual([6, before.held + 2]);
    expect(after.waiting.length).toBe(before.waiting.length - 2);
    await page.getByText(`${after.held} of 8 seats taken`).waitFor();
  }, 120_000);

  it('replaces one of his people by another of the unit, and withdraws one with a reason: his seat passes on', async () => {
    const code = 'CHINESE-101-A';
    const before = await seats(code);
    const [seated] = Object.values(await enrolments(code)).filter(({ state }) => state === 'reserved');
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('commander', `/offerings/${offering(code)}/roster?enrolment=${seated.id}`);
    await page.getByRole('button', { name: 'Replace by another' }).click();
    await page.getByRole('searchbox').fill(WITHOUT);
    await page.getByRole('radio', { name: new RegExp(WITHOUT) }).check();
    await page.getByRole('button', { name: 'Replace by another' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const replaced = await enrolments(code);
    expect(replaced[WITHOUT]).toMatchObject({ state: 'reserved', substituteFor: seated.id });
    await page.locator('main li a', { hasText: WITHOUT }).click();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    expect(new URL(page.url()).searchParams.get('step')).toBe('withdraw');
    await page.getByRole('combobox', { name: 'Reason' }).selectOption('Another reason');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    // A reason in words is asked for before anything is sent.
    expect(await page.locator('textarea:invalid').count()).toBe(1);
    await page.getByRole('textbox', { name: 'Reason in words' }).fill('Needed at the port');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText(/ is withdrawn\./).waitFor();
    expect((await enrolments(code))[WITHOUT]).toMatchObject({ state: 'cancelled', stateReason: 'Needed at the port' });
    expect((await seats(code)).held).toBe(before.held);
  }, 120_000);

  it('sees who of his unit lapses when, and nominates them from there', async () => {
    const { body } = await commander('GET', '/api/v1/certifications?status=lapsed&limit=200');
    const lapsed: { personId: string; nameEn: string }[] = body.items;
    expect(lapsed.length).toBeGreaterThan(0);
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('commander', '/unit');
    const rows = page.getByRole('list', { name: 'Who lapses' }).getByRole('listitem');
    await rows.first().waitFor();
    expect(await rows.count()).toBeGreaterThan(lapsed.length);
    await page.getByRole('link', { name: `${lapsed.length} lapsed` }).click();
    await page.getByRole('heading', { name: 'Who has lapsed' }).waitFor();
    expect(await rows.count()).toBe(lapsed.length);
    // The bars and the table say the same.
    const bars = await page.locator('main [role=img]').getAttribute('aria-label');
    await page.getByRole('link', { name: 'Show as a table' }).click();
    const counts = (await page.locator('main td').allTextContents()).map(Number);
    const told = [...(bars ?? '').matchAll(/(\d+|one) in the week/g)].map(([, n]) => (n === 'one' ? 1 : Number(n)));
    expect(counts.filter((count) => count > 0)).toEqual(told);
    expect(counts.length).toBe(13);
    await page.reload();
    await page.getByRole('link', { name: 'Show as bars' }).waitFor();
    const [someone] = lapsed;
    await page.getByRole('link', { name: `${someone.nameEn}, GUARD-101-F` }).click();
    await page.getByRole('button', { name: 'Nominate one' }).click();
    await page.getByRole('heading', { level: 1, name: 'Roster' }).waitFor();
    const { body: now } = await commander('GET', `/api/v1/nominations?offeringId=${offering('GUARD-101-F')}`);
    expect(now.items).toMatchObject([{ personId: someone.personId, state: 'nominated' }]);
  }, 120_000);

  it('has a trainer end, let in and confirm on the roster what is his to decide', async () => {
    const [running, few] = [offering('GUARD-101-E'), offering('LEAD-201-B')];
    const roster = async () => (await trainer('GET', `/api/v1/enrolments?limit=200&offeringId=${running}`)).body.items;
    const [attending] = (await roster()).filter(({ state }: { state: string }) => state === 'attending');
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('trainer', `/offerings/${running}/roster?enrolment=${attending.id}`);
    await page.getByRole('button', { name: 'Record as not finished' }).click();
    await page.getByRole('combobox', { name: 'Reason' }).selectOption('Returned to unit');
    await page.getByRole('button', { name: 'Record as not finished' }).click();
    await page.getByText(/ is recorded as not finished\./).waitFor();
    const { body: ended } = await trainer('GET', `/api/v1/enrolments/${attending.id}`);
    expect(ended).toMatchObject({ state: 'incomplete', incompleteReason: 'returned_to_unit' });

    // As if it began today: one who is there already is refused, another is let in.
    await product.sql(`UPDATE offering SET starts_on = (now() AT TIME ZONE 'Asia/Karachi')::date WHERE id = $1`, [
      running,
    ]);
    await page.reload();
    await page.getByRole('link', { name: 'Let in a walk-on' }).click();
    const choose = async (serviceNumber: string) => {
      await page.getByRole('searchbox').fill(serviceNumber);
      await page.getByRole('radio', { name: new RegExp(serviceNumber) }).check();
      await page.getByRole('button', { name: 'Let in', exact: true }).click();
    };
    const [, there] = (await roster()).filter(({ state }: { state: string }) => state === 'attending');
    await choose(there.serviceNumber);
    await page.getByText('The person is already nominated or enrolled').waitFor();
    await choose(ended.serviceNumber);
    await page.getByText(/^Let in, on seat \d+\.$/).waitFor();
    const again = (await roster()).filter(({ personId }: { personId: string }) => personId === ended.personId);
    expect(again).toMatchObject([{ state: 'incomplete' }, { state: 'attending', walkOn: true }]);

    await trainer('POST', `/api/v1/offerings/${few}/steps`, { body: { step: 'close-nominations' } });
    await page.goto(`${product.url}/offerings/${few}/roster`);
    await page.getByText('4 more people are needed').waitFor();
    await page.getByRole('button', { name: 'Confirm the offering' }).click();
    await page.getByText('Too few people hold a seat').waitFor();
  }, 120_000);

  it.each(LANGUAGES)(
    'has screens without faults in %s',
    async (language) => {
      visitor = await Visitor.open(browser, product.url, { language, viewport: { width: 390, height: 800 } });
      const roster = `/offerings/${offering('CHINESE-101-A')}/roster`;
      const [enrolment] = Object.values(await enrolments('CHINESE-101-A'));
      const nominate = `/offerings/${offering('GUARD-101-F')}/nominate`;
      await visitor.signIn('commander', '/nominations');
      for (const path of [
        ...['/nominations', '/unit', '/unit?as=table&span=grace', roster, `${roster}?enrolment=${enrolment.id}`],
        ...[`${roster}?enrolment=${enrolment.id}&step=substitute`, nominate],
        ...[`${nominate}?people=${(await person(FIRST)).id}`],
      ]) {
        if (path !== '/nominations') await visitor.goTo(path);
        expect([path, await visitor.sidewaysScroll()]).toEqual([path, 0]);
        expect(await visitor.faults()).toEqual([]);
      }
      expect(visitor.complaints).toEqual([]);
    },
    180_000,
  );

  it.each(LANGUAGES)(
    'has quotas without faults for the trainer in %s',
    async (language) => {
      visitor = await Visitor.open(browser, product.url, { language, viewport: { width: 390, height: 800 } });
      await visitor.signIn('trainer', `/offerings/${offering('CHINESE-101-A')}/roster?open=quotas`);
      await visitor.page.getByRole('dialog').waitFor();
      expect(await visitor.sidewaysScroll()).toBe(0);
      expect(await visitor.faults()).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    },
    120_000,
  );
});
