import type { Browser } from 'playwright-core';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { importFile } from '../harness/people-import.js';
import { eventually, startProduct, type Client, type Product } from '../harness/product.js';

const reason = 'seen in the service book';

describe('the trail, the queues and the accounts, in a browser', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let administrator: Client;
  let personId: string;
  let importId: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ settings: { LOG_LEVEL: 'error' } }), launchBrowser()]);
    administrator = await product.signIn('administrator');
    const file = 'Service number,Name (English),Rank,Unit\r\nTRAIL-001,Hamza Zaidi,Constable,SPU-SINDH\r\n';
    importId = (await importFile(administrator, file)).id;
    personId = (await administrator('GET', '/api/v1/people?search=TRAIL-001')).body.items[0].id;
    await administrator('PATCH', `/api/v1/people/${personId}`, {
      headers: { 'if-match': '"1"' },
      body: { rank: 'Head Constable' },
    });
    await chained();
  }, 120_000);
  afterEach(() => visitor?.close());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const chained = () =>
    eventually(
      () => product.sql('SELECT FROM audit_pending'),
      (rows) => rows.length === 0,
    );
  const entries = () => visitor.page.getByRole('list', { name: 'Audit trail' }).getByRole('listitem');

  it('leads from a person to what was done to him, field by field', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('auditor', `/people/${personId}`);
    await page.getByRole('main').getByRole('link', { name: 'Audit trail' }).click();
    await entries().first().waitFor();
    expect(await entries().allTextContents()).toEqual([
      expect.stringMatching(/^Person changedPersonadministrator.*In the chain$/),
      expect.stringMatching(/^Person addedPersonadministrator.*In the chain$/),
    ]);
    await entries().first().click();
    await page.getByRole('heading', { name: 'Person changed' }).waitFor();
    const changes = page.getByRole('list', { name: 'What changed' }).getByRole('listitem');
    expect(await changes.allTextContents()).toEqual(['Rankbefore: Constablenow: Head Constable']);
    // Back leads to the entries that one came from.
    await page.getByRole('main').getByRole('link', { name: 'Audit trail' }).click();
    await entries().first().waitFor();
    expect(await entries().count()).toBe(2);
  }, 60_000);

  it('finds the entries of an import, and narrows by action, actor and day', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', `/imports/${importId}`);
    await page.getByRole('link', { name: 'Its entries in the audit trail' }).click();
    await entries().first().waitFor();
    expect(await entries().allTextContents()).toEqual([
      expect.stringContaining('Import ended'),
      expect.stringContaining('Import started'),
    ]);
    await entries().last().click();
    await page.getByText('people.csv').waitFor();
    await visitor.goTo('/audit');
    await page.getByLabel('What was done').selectOption({ label: 'Person changed' });
    await page.waitForURL(/action=people.person-changed/);
    await page.getByRole('combobox', { name: 'Who did it' }).fill('administr');
    await page.getByRole('option', { name: /administrator/ }).click();
    await page.waitForURL(/actorAccountId=/);
    await visitor.settled();
    expect(await entries().count()).toBe(1);
    await page.getByLabel('Until', { exact: true }).fill('2001-01-01');
    await page.getByText('Nothing fits').waitFor();
    await page.reload();
    await page.getByText('Nothing fits').waitFor();
    expect(await page.getByLabel('Until', { exact: true }).inputValue()).toBe('2001-01-01');
  }, 60_000);

  it('narrows to a person who is found by name', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('auditor', '/audit');
    await page.getByRole('combobox', { name: 'Person concerned' }).fill('TRAIL-0');
    await page.getByRole('option', { name: /Hamza Zaidi/ }).click();
    await page.waitForURL(new RegExp(`personId=${personId}`));
    await visitor.settled();
    expect(await entries().count()).toBe(2);
    await page.getByRole('button', { name: 'Clear the choice' }).click();
    await page.waitForURL((url) => !url.searchParams.has('personId'));
  }, 60_000);

  it('shows failed jobs with their reason, and runs one again', async () => {
    // A fault in the middle of the database: the job fails, is tried again, and fails for the last time.
    await product.sql(
      `CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk on fire'; END $$`,
    );
    await product.sql('CREATE TRIGGER fault BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION fault()');
    const body = new FormData();
    body.set('dryRun', 'false');
    body.set(
      'file',
      new Blob(['Service number,Name (English),Unit\r\nFIRE-001,Sana Baloch,SPU-SINDH\r\n']),
      'fire.csv',
    );
    const { body: started } = await administrator('POST', '/api/v1/imports/people', { body });
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', '/jobs');
    await page.getByText('No job has failed').waitFor();
    // The screen refreshes by itself.
    const failed = page.getByRole('list', { name: 'Failed' }).getByRole('listitem');
    await failed.first().waitFor({ timeout: 60_000 });
    expect(await failed.allTextContents()).toEqual([
      expect.stringMatching(/^Import people.*Tried 5 times.*disk on fire/),
    ]);
    await product.sql('DROP TRIGGER fault ON person');
    await page.getByRole('button', { name: 'Run again: Import people' }).click();
    await page.getByText('The job runs again.').waitFor();
    await page.getByText('No job has failed').waitFor();
    const look = () => administrator('GET', `/api/v1/imports/${started.id}`);
    const { body: done } = await eventually(look, (answer) => answer.body.state === 'done');
    expect(done.counts.created).toBe(1);
  }, 120_000);

  it('runs all failed jobs again', async () => {
    await product.sql('CREATE TRIGGER fault BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION fault()');
    for (const n of [1, 2]) {
      const body = new FormData();
      body.set('dryRun', 'false');
      body.set(
        'file',
        new Blob([`Service number,Name (English),Unit\r\nALL-00${n},Sana Baloch,SPU-SINDH\r\n`]),
        'all.csv',
      );
      await administrator('POST', '/api/v1/imports/people', { body });
    }
    const failed = async () => (await administrator('GET', '/api/v1/jobs')).body.items;
    await eventually(failed, (items) => items.length === 2, 60);
    await product.sql('DROP TRIGGER fault ON person');
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('administrator', '/jobs');
    await visitor.page.getByRole('button', { name: 'Run all 2 again' }).click();
    await visitor.page.getByText('2 jobs run again.').waitFor();
    await eventually(
      async () => (await administrator('GET', '/api/v1/people?search=ALL-00')).body.items,
      (items) => items.length === 2,
    );
  }, 120_000);

  it('makes an account for a person, gives it a role and takes it away, and takes that back', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', '/accounts');
    await page.getByRole('button', { name: 'New account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('User name').fill('administrator');
    await dialog.getByRole('combobox', { name: 'Person' }).fill('TRAIL');
    await page.getByRole('option', { name: /Hamza Zaidi/ }).click();
    await dialog.getByRole('button', { name: 'New account' }).click();
    await dialog.getByText('The user name is taken').waitFor();
    await dialog.getByLabel('User name').fill('hamza.zaidi');
    await dialog.getByRole('button', { name: 'New account' }).click();
    const password = await dialog.locator('p bdi').textContent();
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    await dialog.getByRole('button', { name: 'To its roles' }).click();
    await page.getByText('No role yet').waitFor();
    const [, accountId] = /accounts\/([0-9a-f-]+)/.exec(page.url()) ?? [];
    const grants = async () => (await administrator('GET', `/api/v1/accounts/${accountId}`)).body.grants;

    await page.getByLabel('Role', { exact: true }).selectOption('commander');
    await page.getByLabel('Where').selectOption({ label: '\u2003\u2003Special Protection Unit Sindh' });
    await page.getByLabel('Acts for').selectOption('pk');
    await page.getByRole('button', { name: 'Grant the role' }).click();
    await page.getByText('Special Protection Unit Sindh and below · acts for Pakistan').waitFor();
    const [given] = await grants();
    expect(given).toMatchObject({ role: 'commander', unitId: expect.any(String), party: 'pk' });
    await page.getByRole('button', { name: /^Withdraw: Commander/ }).click();
    await page.getByText('No role yet').waitFor();
    expect(await grants()).toEqual([]);
    await page.getByText('The role is withdrawn.').locator('..').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The role is given back.').waitFor();
    expect(await grants()).toMatchObject([{ role: 'commander', unitId: given.unitId, party: 'pk' }]);
    expect((await product.signIn('hamza.zaidi', password ?? '')) !== undefined).toBe(true);
  }, 90_000);

  it('finds an account by its person, disables it with a reason, opens it and resets its password', async () => {
    const { body: created } = await administrator('POST', '/api/v1/accounts', {
      body: { userName: 'to.disable', password: 'quite a few words for one account' },
    });
    const status = async () => (await administrator('GET', `/api/v1/accounts/${created.id}`)).body.status;
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', '/accounts');
    await page.getByLabel('Search', { exact: true }).fill('زینب');
    await page.waitForURL(/search=/);
    await visitor.settled();
    const rows = page.getByRole('list', { name: 'Accounts' }).getByRole('listitem');
    expect(await rows.allTextContents()).toEqual([expect.stringMatching(/^traineeZainab MirzaTraineeOpen$/)]);

    await visitor.goTo(`/accounts/${created.id}`);
    await page.getByRole('button', { name: 'Disable the account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name: 'Disable the account' }).click();
    await page.getByText('The account is disabled.').waitFor();
    expect(await status()).toBe('disabled');
    await page.getByRole('button', { name: 'Open the account again' }).click();
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name: 'Open the account again' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await status()).toBe('active');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Reset the password' }).click();
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name: 'Reset the password' }).click();
    const password = (await dialog.locator('p bdi').textContent()) ?? '';
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await product.signIn('to.disable', password);
    const { body: trail } = await administrator('GET', `/api/v1/audit?entity=account&entityId=${created.id}`);
    expect(trail.items.map((entry: { action: string; reason: string }) => [entry.action, entry.reason])).toEqual(
      expect.arrayContaining([
        ['identity.account-disabled', reason],
        ['identity.account-enabled', reason],
        ['identity.password-reset', reason],
      ]),
    );
  }, 90_000);

  it('lets an auditor look, and offers nobody his own account', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('auditor', '/accounts');
    await page.getByRole('list', { name: 'Accounts' }).waitFor();
    expect(await page.getByRole('button', { name: 'New account' }).count()).toBe(0);
    await page.getByRole('link', { name: /^commander/ }).click();
    await page.getByRole('heading', { name: 'commander' }).waitFor();
    await visitor.settled();
    expect(await page.getByRole('button', { name: /Withdraw|Grant|Disable|Reset/ }).count()).toBe(0);
    const nav = page.getByRole('navigation', { name: 'Main navigation' });
    expect(await nav.getByRole('link', { name: /Imports|Jobs/ }).count()).toBe(0);
    await visitor.close();
    visitor = await Visitor.open(browser, product.url);
    await visitor.signIn('administrator', '/accounts');
    await visitor.page.getByRole('link', { name: /^administrator/ }).click();
    await visitor.page.getByText('This is your own account', { exact: false }).waitFor();
    expect(await visitor.page.getByRole('button', { name: /Withdraw|Grant|Disable|Reset/ }).count()).toBe(0);
  }, 60_000);

  it('goes on a phone by what has no room in the bar', async () => {
    visitor = await Visitor.open(browser, product.url, { viewport: { width: 390, height: 800 }, hasTouch: true });
    const { page } = visitor;
    await visitor.signIn('administrator', '/people');
    const more = page.getByRole('button', { name: 'More', exact: true });
    expect(await page.getByRole('link', { name: 'Jobs' }).isVisible()).toBe(false);
    await more.tap();
    expect(await more.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    await more.press('Enter');
    await page.getByRole('link', { name: 'Jobs' }).tap();
    await page.getByRole('heading', { name: 'Jobs' }).waitFor();
    expect(await more.getAttribute('aria-expanded')).toBe('false');
  }, 60_000);

  it('proves the chain, and names the first entry that does not hold', async () => {
    await chained();
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('auditor', '/audit');
    await page.getByRole('button', { name: 'Prove the chain' }).click();
    await page.getByText('The chain holds: nothing was edited').waitFor();
    // One who is at the database itself edits history.
    const [{ id }] = await product.sql<{ id: string }>(
      `SELECT id FROM audit_entry WHERE action = 'people.person-changed' AND person_id = $1`,
      [personId],
    );
    await product.sql('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only');
    const edit = (rank: string) =>
      product.sql(`UPDATE audit_entry SET after = jsonb_set(after, '{rank}', to_jsonb($2::text)) WHERE id = $1`, [
        id,
        rank,
      ]);
    await edit('Inspector General');
    await page.getByRole('button', { name: 'Prove the chain' }).click();
    await page.getByText('The chain does not hold').waitFor();
    await page.getByText('the entry is not what it was when it was sealed', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Open the entry' }).click();
    await page.waitForURL(new RegExp(`/audit/${id}`));
    await page.getByText('Inspector General').waitFor();
    await edit('Head Constable');
    await product.sql('ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only');
  }, 60_000);

  it.each(LANGUAGES)(
    'has screens without faults in %s',
    async (language) => {
      const { body: trail } = await administrator('GET', `/api/v1/audit?personId=${personId}`);
      const { body: accounts } = await administrator('GET', '/api/v1/accounts?search=commander');
      const account = `/accounts/${accounts.items[0].id}`;
      visitor = await Visitor.open(browser, product.url, { language, viewport: { width: 390, height: 800 } });
      await visitor.signIn('administrator', '/jobs');
      for (const path of [
        ...['/jobs', '/audit', `/audit/${trail.items[0].id}`],
        ...['/accounts', '/accounts?create=true', account, `${account}?deed=disable`],
      ]) {
        await visitor.goTo(path);
        expect([path, await visitor.sidewaysScroll()]).toEqual([path, 0]);
        expect(await visitor.faults()).toEqual([]);
      }
      expect(visitor.complaints).toEqual([]);
    },
    180_000,
  );
});
