import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { importFile, SAMPLE } from '../harness/people-import.js';
import { startProduct, type Client, type Product } from '../harness/product.js';

/** Two good rows, one that only warns, and two with faults, of a file that has some columns. */
const SPOILED = [
  'Service number,Name (English),National id,Date of birth,Unit',
  'FILE-001,Hamza Zaidi,,1990-03-17,SPU-SINDH',
  'FILE-002,Sana Baloch,,1991-07-05,SPU-SINDH',
  'FILE-003,Aziz Ahmed,,03/04/1990,SPU-SINDH',
  'FILE-004,"Mirza, Zainab",,31.02.1994,SPU-SINDH',
  'FILE-005,Naveed Akhtar,,1992-11-25,SPU-ATLANTIS',
].join('\r\n');

describe('an import, in a browser', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let administrator: Client;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
    administrator = await product.signIn('administrator');
  }, 120_000);
  afterEach(() => visitor?.close());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const choose = (label: string, name: string, content: string | Buffer) =>
    visitor.page
      .getByLabel(label, { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  const found = async (search: string) =>
    (await administrator('GET', `/api/v1/people?search=${search}`)).body.items as { nameEn: string; id: string }[];
  const stateOf = () => visitor.page.getByRole('heading', { name: 'How it stands' }).locator('xpath=../..');
  /** Value of one of the figures of an import. */
  const figure = (name: string) =>
    visitor.page
      .locator('dl div')
      .filter({ has: visitor.page.getByText(name, { exact: true }) })
      .locator('dd');

  it('gives the template in the language of the reader', async () => {
    visitor = await Visitor.open(browser, product.url, { language: 'zh' });
    await visitor.signIn('administrator', '/imports');
    const [saved] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.page.getByRole('button', { name: 'CSV 模板' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('people-template.csv');
    expect(readFileSync(await saved.path(), 'utf8')).toContain('军警号,姓名（英文）');
  });

  it('is checked, then made for good: 600 people of the sample, told row by row', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', '/imports');
    await choose('Choose a file, or drop it here', 'intake.csv', SAMPLE);
    await page.getByText('600 rows are good. Import them now?').waitFor();
    expect([await figure('Rows').textContent(), await figure('Would be new').textContent()]).toEqual(['600', '600']);
    expect(await found('SND-2012-00001')).toEqual([]);
    await page.getByRole('button', { name: 'Import for good' }).click();
    await page.getByText('The rows are imported').waitFor();
    expect(await figure('New people').textContent()).toBe('600');
    expect(await found('SND-2012-00001')).toMatchObject([{ nameEn: 'Imran Hussain' }]);
    await page.getByRole('link', { name: 'SND-2012-00001' }).click();
    await page.getByRole('heading', { name: 'Imran Hussain' }).waitFor();
    // Both stand in the list, the check and the import.
    await visitor.goTo('/imports');
    const past = page.getByRole('list', { name: 'My imports' }).getByRole('listitem');
    await past.first().waitFor();
    expect(await past.allTextContents()).toEqual([
      expect.stringMatching(/^intake\.csvImported for good.*600 rowsImported$/),
      expect.stringMatching(/^intake\.csvCheck only.*600 rowsChecked$/),
    ]);
  }, 90_000);

  it('shows faults, narrows to one, is saved as a report, and has its rows corrected in place', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', '/imports');
    await choose('Choose a file, or drop it here', 'spoiled.csv', SPOILED);
    const rows = page.getByRole('list', { name: 'Row by row' }).locator(':scope > li');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(5);
    await page.getByLabel('Fault or warning').selectOption({ label: 'The calendar has no such day (1)' });
    await page.waitForURL(/fault=imports.date-impossible/);
    await rows.filter({ hasText: 'FILE-001' }).waitFor({ state: 'detached' });
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(/^Row 5FILE-004Would be refused.*31\.02\.1994/),
    ]);
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the report' }).click(),
    ]);
    expect(readFileSync(await report.path(), 'utf8')).toContain('5,refused,FILE-004,error,Date of birth,31.02.1994');

    await page.getByRole('button', { name: 'Correct refused rows' }).click();
    await page.getByLabel('Date of birth').fill('1994-02-28');
    const send = page.getByRole('button', { name: 'Check the corrected row' });
    await send.click();
    await page.getByRole('heading', { name: 'spoiled (corrected).csv' }).waitFor();
    await page.getByText('One row is good. Import it now?').waitFor();
    await page.getByRole('button', { name: 'Import for good' }).click();
    await page.getByText('The rows are imported').waitFor();
    const [corrected] = await found('FILE-004');
    const { body } = await administrator('GET', `/api/v1/people/${corrected.id}`);
    expect([body.nameEn, body.dateOfBirth]).toEqual(['Mirza, Zainab', '1994-02-28']);
    // What was not corrected is no part of it; what was good in the whole file waits there.
    expect(await found('FILE-00')).toHaveLength(1);
    await page.getByRole('link', { name: 'Back to the whole file' }).click();
    await page.getByText('3 rows are good. Import them now?').waitFor();
  }, 90_000);

  it('takes all rows or none, when asked', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', '/imports');
    await page.getByLabel('All rows or none').check();
    await choose('Choose a file, or drop it here', 'whole.csv', SPOILED.replaceAll('FILE-', 'WHOLE-'));
    await page.getByText('Not all rows are good, and all or none was asked').waitFor();
    expect(await page.getByRole('button', { name: 'Import for good' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Correct refused rows' }).count()).toBe(0);
  }, 60_000);

  it('whose columns are not recognised, shows found beside expected, and goes on with what is chosen', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', '/imports');
    const rows = 'Identity of the man;How he is called;Branch\r\nODD-001;Hamza Zaidi;SPU-SINDH\r\n';
    await choose('Choose a file, or drop it here', 'odd.csv', rows);
    await page.getByRole('heading', { name: 'Which header stands for which column' }).waitFor();
    await page.getByText('Columns are missing').waitFor();
    await page.getByText('Found in the header row: Identity of the man, How he is called and Branch').waitFor();
    const again = page.getByRole('button', { name: 'Check again with these columns' });
    expect(await again.isDisabled()).toBe(true);
    await page.getByLabel('Service number').selectOption('Identity of the man');
    await page.getByLabel('Name (English)').selectOption('How he is called');
    await page.getByLabel('Unit', { exact: false }).first().selectOption('Branch');
    await again.click();
    await page.getByText('One row is good. Import it now?').waitFor();
    expect(await stateOf().textContent()).toContain('Checked');
  }, 60_000);

  it('refuses what is no table, and without a line holds the file until there is one', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page, context } = visitor;
    await visitor.signIn('administrator', '/imports');
    await choose('Choose a file, or drop it here', 'scan.pdf', '%PDF-1.7 a picture of a roll');
    const refusal = page.getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.textContent()).toContain('This is no table');
    // What is chosen without a line waits for it.
    await context.setOffline(true);
    await choose('Choose a file, or drop it here', 'later.csv', SPOILED.replaceAll('FILE-', 'LATER-'));
    await page.getByText('One change waits', { exact: false }).waitFor();
    await context.setOffline(false);
    await page.getByText('3 rows are good. Import them now?').waitFor();
  }, 60_000);

  it('asks for the file again when the page was loaded anew, for it is kept nowhere', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    const file = 'Service number,Name (English),Unit\r\nAGAIN-001,Hamza Zaidi,SPU-SINDH\r\n';
    const { id } = await importFile(administrator, file, { dryRun: 'true' });
    await visitor.signIn('administrator', `/imports/${id}`);
    await page.getByText('files are not kept', { exact: false }).waitFor();
    const stored = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(stored).not.toContain('AGAIN-001');
    await choose('Choose the same file: import for good', 'again.csv', file);
    await page.getByText('The rows are imported').waitFor();
    expect(await found('AGAIN-001')).toHaveLength(1);
  }, 60_000);

  it.each(LANGUAGES)(
    'has screens without faults in %s',
    async (language) => {
      const { id } = await importFile(administrator, SPOILED.replaceAll('FILE-', 'FAULT-'), { dryRun: 'true' });
      const { id: odd } = await importFile(administrator, 'One;Two\r\n1;2\r\n', { dryRun: 'true' });
      visitor = await Visitor.open(browser, product.url, { language, viewport: { width: 390, height: 800 } });
      await visitor.signIn('administrator', '/imports');
      const input = visitor.page.locator('input[type=file]');
      for (const path of ['/imports', `/imports/${id}?correct=true`, `/imports/${odd}`]) {
        if (path !== '/imports') {
          await visitor.goTo(path);
          // The rows to correct and the columns to choose show with the file alone.
          await input.last().waitFor({ state: 'attached' });
          const buffer = Buffer.from(path.includes(odd) ? 'One;Two\r\n1;2\r\n' : SPOILED);
          await input.last().setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
        }
        expect([path, await visitor.sidewaysScroll()]).toEqual([path, 0]);
        expect(await visitor.faults()).toEqual([]);
      }
      expect(visitor.complaints).toEqual([]);
    },
    120_000,
  );
});
