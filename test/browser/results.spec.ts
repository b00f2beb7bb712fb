import type { Browser, Page } from 'playwright-core';
import { DeliveryFixtures, register, results, type Offering, type Trainee } from '../e2e/delivery.fixtures.js';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { startProduct, type Client, type Product } from '../harness/product.js';

const COURSE = 'RESULTS-101';

describe('results and their ratification, in a browser', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let make: DeliveryFixtures;
  let trainer: Client;
  let second: Client;
  let running: string;
  let ratified: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'story' }), launchBrowser()]);
    make = await DeliveryFixtures.on(product, COURSE);
    trainer = await product.signIn('trainer');
    second = await make.account('second.trainer', 'trainer', 'SSD-SOUTH');
    const course = { op: 'evidence', key: 'course', kind: 'course-result', subject: COURSE };
    await make.scheme('RESULTS-1', course);
    await make.scheme('RESULTS-2', { op: 'all', of: [course, { op: 'evidence', key: 'fitness', kind: 'fitness' }] });
    const offerings = async (state: string) => (await trainer('GET', `/api/v1/offerings?state=${state}`)).body.items;
    running = (await offerings('in_progress'))[0].id;
    ratified = (await offerings('ratified'))[0].id;
  }, 240_000);
  afterEach(() => visitor?.close());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const numberOf = async ({ personId }: Trainee) =>
    (await make.administrator('GET', `/api/v1/people/${personId}`)).body.serviceNumber as string;
  const scoresOf = async (offering: Offering, { enrolmentId }: Trainee) => {
    const { people } = (await trainer('GET', results(offering))).body;
    const own = people.find((person: Trainee) => person.enrolmentId === enrolmentId);
    return own.results
      .map((one: { code: string; attempt: number; score: number }) => `${one.code} ${one.attempt}: ${one.score}`)
      .sort();
  };
  const inCell = (page: Page, row: number, column: number) => page.locator(`[data-place="${row} ${column}"]`);
  /** Of the browser’s own: which cell the keyboard is in. */
  const focused = (page: Page) => page.evaluate('document.activeElement.dataset.place') as Promise<string>;
  const paste = (page: Page, row: number, column: number, text: string) =>
    page.evaluate(`{
      const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', ${JSON.stringify(text)});
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('[data-place="${row} ${column}"]').dispatchEvent(paste);
    }`);

  it('enters by key and paste, loses nothing without a line, mends, ratifies and sees the certificates', async () => {
    const offering = await make.offering(await make.people(4));
    const [a, b, c, d] = offering.trainees;
    await make.close(offering, offering.sessions.slice(0, 4), second, trainer);
    await make.mark(second, offering, offering.sessions[4]);
    await make.sign(second, offering.sessions[4], 'submit');
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    const cell = (row: number, column: number) => inCell(page, row, column);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    await visitor.signIn('trainer', `/offerings/${offering.id}`);
    await page.getByRole('link', { name: 'Results', exact: true }).click();

    // One stop of Tab; Enter goes down, arrows to all sides, Escape takes back.
    await cell(0, 0).click();
    expect(await page.locator('[data-place][tabindex="0"]').count()).toBe(1);
    await page.keyboard.type('80');
    await page.keyboard.press('Enter');
    await page.keyboard.type('300');
    await page.getByText('From 0 to 100').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('۷۲٫۵');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('1 0');
    expect(await button('Send 2').isEnabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await cell(1, 0).inputValue()).toBe('');
    await page.keyboard.type('41');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('1 1');
    await page.keyboard.press('ArrowLeft');
    // Typing replaces.
    await page.keyboard.type('40');
    expect([await cell(1, 0).inputValue(), await cell(2, 0).inputValue()]).toEqual(['40', '72.5']);
    await page.getByText('3 scores are not sent yet.').waitFor();

    // Leaving asks, within the application and by the browser.
    await page.getByRole('link', { name: 'Ratification' }).click();
    await button('Stay here').click();
    const asks = `!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))`;
    expect([await page.evaluate(asks), await cell(0, 0).inputValue()]).toEqual([true, '80']);

    await visitor.context.setOffline(true);
    await button('Send 3').click();
    await page.getByText('No line: 3 kept here').waitFor();
    await cell(0, 1).fill('15');
    expect(await scoresOf(offering, a)).toEqual([]);
    await visitor.context.setOffline(false);
    await page.getByText('One score is not sent yet.').waitFor();
    await page.getByText('No line').waitFor({ state: 'detached' });
    expect(await Promise.all([a, b, c].map((one) => scoresOf(offering, one)))).toEqual([
      ...[['FINAL 1: 80'], ['FINAL 1: 40'], ['FINAL 1: 72.5']],
    ]);

    // Who failed has a second attempt. Of a list by service number one score alone can be taken.
    const [first, failed, passed] = await Promise.all([a, b, c].map(numberOf));
    await paste(page, 1, 1, `${failed.toLowerCase()}\t６５\nXYZ-9\t50\n${passed}\t12\n${first}\tabsent\n`);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('People are found by service number. 3 lines are not').waitFor();
    const lines = await dialog.locator('ol li').allInnerTexts();
    expect(lines.map((line) => line.split('\n').at(-1))).toEqual([
      ...['65', 'No such service number here', '12 · Passed already', 'absent · Not a number'],
    ]);
    await button('Take over 1').click();
    expect(await cell(1, 1).inputValue()).toBe('65');
    await button('Undo').click();
    expect([await cell(1, 1).inputValue(), await cell(0, 2).inputValue()]).toEqual(['', '15']);
    await paste(page, 1, 1, `${failed} 65\n${failed} 66`);
    await button('Take over 1').click();
    await button('Send 2').click();
    await page.getByText('Everything typed is on record.').waitFor();
    expect([await scoresOf(offering, a), await scoresOf(offering, b)]).toEqual([
      ['DRILL 1: 15', 'FINAL 1: 80'],
      ['FINAL 1: 40', 'FINAL 2: 65'],
    ]);

    // Another trainer was quicker: the refusal marks the cell, which keeps what was typed.
    await second('PUT', results(offering), { body: { results: [make.score(c, 'DRILL', 10)] } });
    await cell(2, 2).fill('14');
    await button('Send 1').click();
    await page.getByRole('alert').getByText('This attempt has another score already').waitFor();
    expect([await cell(2, 2).inputValue(), await cell(2, 2).getAttribute('aria-invalid')]).toEqual(['14', 'true']);
    await page
      .getByRole('alert')
      .getByRole('button', { name: /Search drill/ })
      .click();
    expect(await focused(page)).toBe('2 2');
    // What stands is corrected with a reason.
    await visitor.settled();
    await button('Send 1').click();
    await dialog.getByText('10 becomes 14').waitFor();
    await page.getByRole('textbox', { name: 'Reason' }).fill('added up again');
    await dialog.getByRole('button', { name: 'Send 1' }).click();
    await page.getByText('Everything typed is on record.').waitFor();
    expect(await scoresOf(offering, c)).toEqual(['DRILL 1: 14', 'FINAL 1: 72.5']);

    // What stands in the way is mended where it leads to.
    await page.getByRole('link', { name: 'Ratification' }).click();
    expect(await button('Ratify …').isDisabled()).toBe(true);
    await page.getByRole('link', { name: /^Session 5/ }).click();
    await button('Countersign').click();
    await page.getByText('Countersigned and locked').waitFor();
    await page.goBack();
    await page.getByText('Trainees without a result that they need: 1.').waitFor();
    await button('Ratify …').click();
    await dialog.getByText('This locks all registers and scores').waitFor();
    expect(await button('Ratify and lock').isDisabled()).toBe(true);
    await page.getByRole('checkbox').check();
    await button('Ratify and lock').click();
    await page.getByText(/^Ratified on/).waitFor();
    await page.getByText('Done: 6 cases looked at').first().waitFor({ timeout: 90_000 });
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('100');
    const certified = page.getByRole('list', { name: 'Who is certified' });
    await certified.waitFor();
    expect(await certified.getByText('Certificate issued').count()).toBe(3);
    const not = page.getByRole('list', { name: 'Who is not certified, and why' });
    expect(await not.getByText('Requirements are not met.').count()).toBe(3);
    const outcome = page.getByRole('list', { name: 'Outcomes' }).getByText(/^(Passed|Incomplete)$/);
    expect((await outcome.allInnerTexts()).sort()).toEqual(['Incomplete', 'Passed', 'Passed', 'Passed']);
    const { body } = await trainer('GET', `/api/v1/offerings/${offering.id}`);
    expect([body.state, await scoresOf(offering, d)]).toEqual(['ratified', []]);
    await certified.getByRole('link').first().click();
    await page.locator('main').getByText('Current', { exact: true }).first().waitFor();
    expect(visitor.complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|409/.test(text))).toEqual([]);
  }, 240_000);

  it('records a no-show where one stands in the way', async () => {
    const offering = await make.offering(await make.people(2), { enrolment: 'confirmed' });
    const [, never] = offering.trainees;
    await make.close(offering, offering.sessions, trainer, second, { [never.enrolmentId]: { status: 'absent' } });
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('trainer', `/offerings/${offering.id}/ratification`);
    await page.getByText('Confirmed, but never present: 1.').waitFor();
    await page.getByRole('button', { name: 'Record as no-show' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record as no-show' }).click();
    await page.getByText('Confirmed, but never present').waitFor({ state: 'detached' });
    expect((await trainer('GET', results(offering))).body.people).toHaveLength(1);
  }, 120_000);

  it('shows a batch while it runs, and to an administrator the way to the jobs that failed', async () => {
    const path = `/api/v1/certification-batches?offeringId=${ratified}`;
    const { body: found } = await make.administrator('GET', path);
    const { id } = found.items[0];
    const { body: batch } = await make.administrator('GET', `/api/v1/certification-batches/${id}`);
    const { body: tasks } = await make.administrator('GET', `/api/v1/certification-batches/${id}/tasks`);
    const { total } = batch;
    const failed = { ...tasks.items[0], state: 'failed', failure: null };
    const at = async (userName: string) => {
      visitor = await Visitor.open(browser, product.url);
      let answered = 0;
      await visitor.page.route(`**/api/v1/certification-batches/${id}`, (route) => {
        const done = answered++ > 1;
        const counts = { ...batch.counts, queued: done ? 0 : total - 1, issued: done ? total - 1 : 0, failed: 1 };
        return route.fulfill({ json: { ...batch, counts, percent: done ? 100 : 12, attention: [failed] } });
      });
      await visitor.signIn(userName, `/offerings/${ratified}/ratification`);
      await visitor.page.getByText(`1 of ${total} looked at`).waitFor();
      await visitor.page.getByText(`Done: ${total} cases looked at`).first().waitFor();
      return visitor.page.getByRole('link', { name: 'Look at the failed jobs' });
    };
    expect(await (await at('administrator')).getAttribute('href')).toBe('/jobs?state=failed');
    await visitor.close();
    expect(await (await at('trainer')).count()).toBe(0);
  }, 120_000);

  it('opens a register again with a reason, corrects a signed one, and tells the history of a mark', async () => {
    const offering = await make.offering(await make.people(2));
    const [signed, submitted] = offering.sessions;
    await make.close(offering, [signed], second, trainer);
    await make.mark(second, offering, submitted);
    await make.sign(second, submitted, 'submit');
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    const button = (name: string) => page.getByRole('button', { name });
    const dialog = page.getByRole('dialog');
    await visitor.signIn('trainer', `/sessions/${submitted}/register`);
    await button('Open again').click();
    expect(await dialog.getByRole('button', { name: 'Open again' }).isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Reason' }).fill('one mark is wrong');
    await dialog.getByRole('button', { name: 'Open again' }).click();
    await button('Submit').waitFor();
    expect((await trainer('GET', register(submitted))).body.state).toBe('open');

    await visitor.goTo(`/sessions/${signed}/register`);
    await button('Correct marks').click();
    const [person] = (await trainer('GET', register(signed))).body.people;
    await page.locator('main li').first().locator('label[data-status=absent]').click();
    await page.getByText('Present becomes Absent').waitFor();
    await page.getByRole('link', { name: 'Offering', exact: true }).click();
    await button('Stay here').click();
    await button('Send the corrections').click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('he was at the clinic');
    await dialog.getByRole('button', { name: 'Send the corrections' }).click();
    await page.getByText('Countersigned and locked').waitFor();
    const { body: after } = await trainer('GET', register(signed));
    expect(after.people[0].mark).toMatchObject({ status: 'absent', reason: 'he was at the clinic' });
    await page.getByRole('link', { name: `History: ${person.nameEn}` }).click();
    const marks = dialog.locator('ol li');
    await marks.first().waitFor();
    expect(await marks.allInnerTexts()).toEqual([
      expect.stringMatching(/^Absent[^]*Stands now · [^]*he was at the clinic$/),
      expect.stringMatching(/^Present[^]*Superseded · Trainee /),
    ]);
  }, 120_000);

  it('leaves ratified scores and registers to the administrator, whose correction is judged again', async () => {
    const { body: before } = await trainer('GET', `/api/v1/offerings/${ratified}/results`);
    const { body: offering } = await trainer('GET', `/api/v1/offerings/${ratified}`);
    const signed = `/sessions/${offering.sessions[0].id}/register`;
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('trainer', `/offerings/${ratified}/results`);
    await visitor.page.getByText('Ratified and locked').waitFor();
    expect(await inCell(visitor.page, 0, 0).isEditable()).toBe(false);
    await visitor.goTo(signed);
    await visitor.page
      .getByRole('link', { name: /^History/ })
      .first()
      .waitFor();
    expect(await visitor.page.getByRole('button', { name: 'Correct marks' }).count()).toBe(0);
    await visitor.close();
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', signed);
    await page.getByRole('button', { name: 'Correct marks' }).waitFor();
    await visitor.goTo(`/offerings/${ratified}/results`);
    await inCell(page, 0, 0).fill('1');
    await page.getByRole('button', { name: 'Send 1' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('the sheet was misread');
    await page.getByRole('dialog').getByRole('button', { name: 'Send 1' }).click();
    await page.getByText('Everything typed is on record.').waitFor();
    const { body: now } = await trainer('GET', `/api/v1/offerings/${ratified}/results`);
    const [{ enrolmentId }] = before.people;
    expect(now.people[0].results.find((one: { code: string }) => one.code === 'WRITTEN').score).toBe(1);
    await visitor.goTo(`/offerings/${ratified}/ratification?outcome=failed&correct=${enrolmentId}`);
    await page.getByRole('combobox', { name: 'Outcome', exact: true }).last().selectOption('passed');
    await page.getByRole('textbox', { name: 'Reason' }).fill('the board decided so');
    await page.getByRole('dialog').getByRole('button', { name: 'Correct' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { items } = (await trainer('GET', `/api/v1/offerings/${ratified}/progress`)).body;
    const own = items.find((one: { enrolmentId: string }) => one.enrolmentId === enrolmentId);
    expect(own.result.outcome).toBe('passed');
  }, 120_000);

  it('is read by an auditor, and not offered to a commander', async () => {
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('auditor', `/offerings/${running}/results`);
    await visitor.page.getByText('You can read these scores').waitFor();
    expect(await inCell(visitor.page, 0, 0).isEditable()).toBe(false);
    await visitor.page.getByRole('link', { name: 'Ratification' }).click();
    await visitor.page.getByText('A trainer or an administrator of the unit ratifies.').waitFor();
    expect(await visitor.page.getByRole('button', { name: 'Ratify …' }).count()).toBe(0);
    await visitor.close();
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('commander', `/offerings/${running}`);
    await visitor.settled();
    expect(await visitor.page.locator('main a[href*="/results"], main a[href*="/ratification"]').count()).toBe(0);
  }, 60_000);

  it.each(LANGUAGES)(
    'has screens without faults in %s',
    async (language) => {
      visitor = await Visitor.open(browser, product.url, { language, viewport: { width: 390, height: 800 } });
      const { page } = visitor;
      await visitor.signIn('administrator', `/offerings/${running}`);
      const { body: offering } = await trainer('GET', `/api/v1/offerings/${ratified}`);
      const session = `/sessions/${offering.sessions[0].id}/register`;
      const { people } = (await trainer('GET', `/api/v1${session}`)).body;
      for (const path of [
        `/offerings/${running}`,
        `/offerings/${running}/results`,
        `/offerings/${running}/results?paste=true`,
        `/offerings/${running}/ratification`,
        `/offerings/${ratified}/ratification`,
        `/offerings/${ratified}/ratification?correct=${people[0].enrolmentId}`,
        `${session}?correct=true`,
        `${session}?history=${people[0].enrolmentId}`,
      ]) {
        await visitor.goTo(path);
        expect([path, await visitor.sidewaysScroll()]).toEqual([path, 0]);
        if (path.endsWith('/results')) {
          const cell = inCell(page, 0, 0);
          expect(await cell.getAttribute('inputmode')).toBe('decimal');
          expect((await cell.boundingBox())?.height).toBeGreaterThanOrEqual(44);
          await cell.fill('500');
          await cell.press('Enter');
          await page.keyboard.type('70');
        }
        if (path.includes('paste')) await page.getByRole('dialog').getByRole('textbox').fill('DEMO-1\t50\nDEMO-2\tx');
        expect([path, await visitor.sidewaysScroll(), await visitor.faults()]).toEqual([path, 0, []]);
      }
      expect(visitor.complaints).toEqual([]);
    },
    180_000,
  );
});
