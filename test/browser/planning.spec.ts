import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { startProduct, type Client, type Product } from '../harness/product.js';

interface Session {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly venue: { readonly code: string } | null;
}

describe('planning, in a browser', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let trainer: Client;
  /** Planned, in Karachi, some weeks ahead: its first day has a session in the morning and one in the afternoon. */
  let offeringId: string;
  let morning: Session;
  let day: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'story' }), launchBrowser()]);
    trainer = await product.signIn('trainer');
    const { body: planned } = await trainer('GET', '/api/v1/offerings?state=planned');
    offeringId = planned.items[0].id;
    const { body: offering } = await trainer('GET', `/api/v1/offerings/${offeringId}`);
    morning = offering.sessions[0];
    day = morning.start.slice(0, 10);
  }, 180_000);
  afterEach(() => visitor?.close());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const session = async (id = morning.id): Promise<Session> => (await trainer('GET', `/api/v1/sessions/${id}`)).body;
  const eventOf = (page: Page) => page.locator(`[data-event-id^="${morning.id}"]`);
  const slot = (page: Page, lane: string, time: string) =>
    page.locator(`[aria-label*="${lane}"][aria-label*=" ${time}:00 - "]`);

  /** As a hand does it: the pointer is at the slot when it lets go. @param seen while it is held there */
  async function drag(page: Page, what: Locator, to: Locator, seen: () => Promise<unknown>): Promise<void> {
    const [from, target] = [await what.boundingBox(), await to.boundingBox()];
    if (!from || !target) throw new Error('not on screen');
    await page.mouse.move(from.x + 10, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + from.height / 2, { steps: 3 });
    await page.mouse.move(target.x + 2, target.y + target.height / 2, { steps: 8 });
    await seen();
    await page.mouse.up();
  }

  it('moves a session by dragging, undoes it, and takes the nearest free time where it clashes', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('trainer', `/planning?view=day&date=${day}`);
    await eventOf(page).waitFor();
    expect(morning.venue?.code).toBe('KHI-CLASS-1');
    // To another venue and hour.
    await drag(page, eventOf(page), slot(page, 'Classroom 1, Gwadar', '09:00'), () =>
      page.getByText('Free, as far as is known').waitFor(),
    );
    await page.getByText('The session was moved.').waitFor();
    expect(await session()).toMatchObject({ start: `${day}T09:00:00+05:00`, venue: { code: 'GWD-CLASS-1' } });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The session is as it was before.').waitFor();
    expect(await session()).toMatchObject({ start: morning.start, venue: { code: 'KHI-CLASS-1' } });
    // Into the afternoon, when its own trainees are elsewhere: told while it is held, refused when it is dropped.
    await drag(page, eventOf(page), slot(page, 'Classroom 1, Karachi', '14:00'), () =>
      page.getByText('Something is taken at that time').waitFor(),
    );
    const refusal = page.locator('main').getByRole('alert');
    await refusal.getByText('GUARD-101-F, session 2 (ACCESS)').first().waitFor();
    await refusal.getByText('The nearest time at which all is free').waitFor();
    expect((await session()).start).toBe(morning.start);
    await refusal.getByRole('button', { name: 'Move it there' }).click();
    await page.getByText('The session was moved.').waitFor();
    expect(await session()).toMatchObject({ start: `${day}T09:00:00+05:00`, end: `${day}T13:00:00+05:00` });
    expect(await page.locator('main').getByRole('alert').count()).toBe(0);
    expect(visitor.complaints.filter((one) => !one.includes('409'))).toEqual([]);
  }, 120_000);

  it('puts a session where it is dropped in Urdu too, and keeps a move that waits for the line', async () => {
    visitor = await Visitor.open(browser, product.url, { language: 'ur' });
    const { page } = visitor;
    await visitor.signIn('trainer', `/planning?view=day&date=${day}`);
    await eventOf(page).waitFor();
    await visitor.context.setOffline(true);
    await drag(page, eventOf(page), slot(page, 'کلاس روم 1، کراچی', '08:00'), () =>
      page.getByText('جہاں تک معلوم ہے، وقت خالی ہے').waitFor(),
    );
    await page.getByText('ایک تبدیلی منتظر ہے').waitFor();
    // Shown where it will be, and not to be moved on from there before it is.
    await eventOf(page).getByText('08:00').waitFor();
    expect(await eventOf(page).getAttribute('draggable')).toBe('false');
    expect((await session()).start).toBe(`${day}T09:00:00+05:00`);
    await visitor.context.setOffline(false);
    await page.getByText('سیشن کا وقت یا مقام بدل گیا').waitFor();
    expect(await session()).toMatchObject({ start: `${day}T08:00:00+05:00`, venue: { code: 'KHI-CLASS-1' } });
  }, 120_000);

  it('moves a session by keyboard alone, and keeps what was chosen when somebody was quicker', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('trainer', `/planning?date=${day}&lanes=offering`);
    await eventOf(page).waitFor();
    const focused = (attribute: string) => page.evaluate(`document.activeElement?.getAttribute("${attribute}") ?? ""`);
    for (let i = 0; i < 60 && !String(await focused('data-event-id')).startsWith(morning.id); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const field = (name: string) => page.getByRole('dialog').getByLabel(name, { exact: true });
    await field('From').waitFor();
    for (let i = 0; i < 12 && (await focused('type')) !== 'time'; i++) await page.keyboard.press('Tab');
    await page.keyboard.type('0730');
    expect(await field('To').inputValue()).toBe('11:30');
    const { version } = (await trainer('GET', `/api/v1/sessions/${morning.id}`)).body;
    const headers = { 'if-match': `"${version}"` };
    await trainer('PATCH', `/api/v1/sessions/${morning.id}`, { body: { end: `${day}T12:30:00+05:00` }, headers });
    await page.keyboard.press('Enter');
    await page.getByText('What you chose is still there').waitFor();
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.getByText('What you chose is still there').waitFor({ state: 'detached' });
    expect(await field('From').inputValue()).toBe('07:30');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await session()).toMatchObject({ start: `${day}T07:30:00+05:00`, end: `${day}T11:30:00+05:00` });
  }, 120_000);

  it('builds an offering from a syllabus, loses nothing to a reload, a lost line or a refusal, and publishes it', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('trainer', '/offerings/new');
    const title = page.getByRole('combobox', { name: 'Course' });
    await title.selectOption({ label: 'Working Chinese for guards · CHINESE-101' });
    await page.getByLabel('Code of the offering').fill('chinese-101-z');
    await page.getByRole('combobox', { name: 'Run by' }).selectOption({ index: 1 });
    await page.getByLabel('First day').fill('2031-03-03');
    await page.getByLabel('Last day').fill('2031-03-05');
    await page.getByLabel('Seats, at least').fill('4');
    await page.getByLabel('Seats, at most').fill('20');
    await page.reload();
    expect(await page.getByLabel('Code of the offering').inputValue()).toBe('CHINESE-101-Z');
    await page.getByRole('button', { name: 'Propose sessions' }).click();
    const lines = page.locator('main li');
    await lines.filter({ hasText: '08:00–12:00' }).filter({ hasText: 'Greetings and names' }).waitFor();
    expect(await lines.count()).toBe(2);
    // Somebody takes the room of the afternoon meanwhile, and the line is cut.
    const { body: offering } = await trainer('GET', `/api/v1/offerings/${offeringId}`);
    const { body: other } = await trainer('POST', '/api/v1/offerings', {
      body: {
        ...{ courseVersionId: offering.courseVersionId, code: 'QUICKER', unitId: offering.unitId, language: 'ur' },
        ...{ seatsMin: 1, seatsMax: 10, startsOn: '2031-03-03', endsOn: '2031-03-05' },
      },
    });
    const { body: venues } = await trainer('GET', '/api/v1/venues');
    const room = venues.items.find(({ code }: { code: string }) => code === 'KHI-CLASS-1').id;
    const time = { start: '2031-03-03T13:00:00+05:00', end: '2031-03-03T14:00:00+05:00' };
    const took = await trainer('POST', `/api/v1/offerings/${other.id}/sessions`, {
      body: { blockCode: 'DUTY', venueId: room, ...time },
    });
    expect(took.status).toBe(201);
    await visitor.context.setOffline(true);
    await page.getByRole('button', { name: 'Create the draft' }).click();
    await page.getByText('One change waits').waitFor();
    await visitor.context.setOffline(false);
    await page.getByText('Sessions refused: 1').waitFor();
    await page.getByText('QUICKER, session 1 (DUTY)').waitFor();
    await page.getByRole('button', { name: 'Move it there' }).click();
    await page.getByRole('button', { name: 'Create the rest' }).click();
    await page.waitForURL(/\/offerings\/[0-9a-f-]{36}$/);
    const id = page.url().slice(-36);
    const read = async () => (await trainer('GET', `/api/v1/offerings/${id}`)).body;
    expect((await read()).sessions.map(({ start }: Session) => start)).toEqual([
      '2031-03-03T08:00:00+05:00',
      '2031-03-03T14:00:00+05:00',
    ]);
    expect(await read()).toMatchObject({ code: 'CHINESE-101-Z', state: 'draft', feasibility: [] });
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Open for nominations').first().waitFor();
    expect((await read()).state).toBe('published');
    // What is made is not kept any longer.
    await page.goto(`${product.url}/offerings/new`);
    expect(await page.getByLabel('Code of the offering').inputValue()).toBe('');
  }, 120_000);

  it('adds and cancels sessions on the page of an offering, says what is in the way, and calls it off with a reason', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('trainer', `/offerings/${offeringId}`);
    const read = async () => (await trainer('GET', `/api/v1/offerings/${offeringId}`)).body;
    // The demo leaves out its last sessions: the first block that lacks some is proposed.
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('alert').getByText('cannot be carried out as planned').waitFor();
    const before = (await read()).sessions.length;
    await page.getByRole('link', { name: 'Add a session' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Block of the syllabus' }).waitFor();
    await dialog.getByRole('button', { name: 'Add a session' }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = (await read()).sessions;
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)).toMatchObject({ blockCode: 'SCENARIO', state: 'scheduled' });
    await page.getByRole('link', { name: `Change session ${before + 1}` }).click();
    await dialog.getByRole('button', { name: 'Cancel the session' }).click();
    await dialog.getByLabel('Why is it cancelled?').fill('The ground is flooded');
    await dialog.getByRole('button', { name: 'Cancel the session' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await read()).sessions.at(-1)).toMatchObject({ state: 'cancelled', stateReason: 'The ground is flooded' });
    await page.getByRole('link', { name: 'Postpone' }).click();
    const postpone = dialog.getByRole('button', { name: 'Postpone' });
    expect(await postpone.isDisabled()).toBe(true);
    await dialog.getByLabel('Why?').fill('Flood warning for the district');
    await postpone.click();
    await page.getByText('Flood warning for the district').waitFor();
    await page.getByText('Needs a new time').first().waitFor();
    expect(await read()).toMatchObject({ state: 'postponed', stateReason: 'Flood warning for the district' });
  }, 120_000);

  it('lets an auditor look and a commander see what is planned of the offering alone', async () => {
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('auditor', '/planning?lanes=offering');
    await visitor.page.locator('[data-event-id]').first().waitFor();
    expect(await visitor.page.locator('[draggable=true]').count()).toBe(0);
    await visitor.page.locator('[data-event-id]').first().click();
    await visitor.page.getByRole('dialog').getByRole('link', { name: 'To the offering' }).waitFor();
    expect(await visitor.page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    expect(await visitor.page.getByRole('link', { name: 'New offering' }).count()).toBe(0);
    await visitor.close();
    visitor = await Visitor.open(browser, product.url);
    const { body: running } = await trainer('GET', '/api/v1/offerings?state=in_progress');
    await visitor.signIn('commander', `/offerings/${running.items[0].id}`);
    await visitor.settled();
    expect(await visitor.page.locator('nav a[href="/planning"]').count()).toBe(0);
    expect(await visitor.page.locator('a[href*="/sessions/"], a[href*="/steps/"]').count()).toBe(0);
  }, 60_000);

  it.each(LANGUAGES)(
    'has screens without faults in %s',
    async (language) => {
      visitor = await Visitor.open(browser, product.url, { language, viewport: { width: 390, height: 800 } });
      const { page } = visitor;
      await visitor.signIn('trainer', '/planning');
      const { body: running } = await trainer('GET', '/api/v1/offerings?state=in_progress');
      const { body: offering } = await trainer('GET', `/api/v1/offerings/${running.items[0].id}`);
      const next = offering.sessions.at(-1).id;
      for (const path of [
        ...['/planning', `/planning?session=${next}`, '/offerings/new', `/offerings/${offering.id}`],
        ...[`/offerings/${offering.id}/sessions/${next}`, `/offerings/${offering.id}/sessions/new`],
        `/offerings/${offering.id}/steps/abort`,
      ]) {
        if (path !== '/planning') await visitor.goTo(path);
        expect([path, await visitor.sidewaysScroll()]).toEqual([path, 0]);
        expect(await visitor.faults()).toEqual([]);
      }
      // Where there is room for lanes.
      await page.setViewportSize({ width: 1280, height: 800 });
      const from = offering.sessions[0].start.slice(0, 10);
      for (const path of [
        ...[`/planning?date=${from}`, `/planning?view=day&lanes=instructor&date=${from}`],
        `/planning?view=month&lanes=offering&date=${from}`,
      ]) {
        await visitor.goTo(path);
        await page.locator('[data-event-id]').first().waitFor();
        expect([path, await visitor.sidewaysScroll()]).toEqual([path, 0]);
        expect(await visitor.faults()).toEqual([]);
      }
      expect(visitor.complaints).toEqual([]);
    },
    180_000,
  );
});
