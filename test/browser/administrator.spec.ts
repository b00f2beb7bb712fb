import type { Browser } from 'playwright-core';
import { launchBrowser, LANGUAGES, Visitor } from '../harness/browser.js';
import { startProduct, type Client, type Product } from '../harness/product.js';

const PASSWORD = 'a phrase for the one who signs';

describe('people and certifications, in a browser', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  let administrator: Client;
  let personId: string;
  let certificationId: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
    administrator = await product.signIn('administrator');
    const { body: people } = await administrator('GET', '/api/v1/people?limit=200');
    const numbered = (serviceNumber: string) =>
      people.items.find((person: { serviceNumber: string }) => person.serviceNumber === serviceNumber).id as string;
    personId = numbered('DEMO-00001');
    certificationId = await grantCertification(numbered('DEMO-00008'));
  }, 120_000);
  afterEach(() => visitor?.close());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** A scheme of one year with three months of renewal and thirty days of grace, granted to the person today. */
  async function grantCertification(signerId: string): Promise<string> {
    const today = new Date().toISOString().slice(0, 10);
    const { body: scheme } = await administrator('POST', '/api/v1/schemes', {
      body: {
        code: 'BROWSER-1',
        title: { en: 'Gate guard', ur: 'گیٹ گارڈ', zh: '门岗警卫' },
        rules: {
          requirement: { op: 'evidence', key: 'book', kind: 'task-book', subject: 'BROWSER-1' },
          ...{ validity: { years: 1 }, renewalWindow: { months: 3 }, grace: { days: 30 } },
          ...{ anchor: { kind: 'completion' }, authorities: ['pk'] },
        },
      },
    });
    await administrator('POST', `/api/v1/schemes/${scheme.id}/versions/${scheme.versionId}/publish`, {
      body: { effectiveFrom: '2024-01-01' },
    });
    const account = { userName: 'signer', password: PASSWORD, personId: signerId };
    const { body: created } = await administrator('POST', '/api/v1/accounts', { body: account });
    await administrator('POST', `/api/v1/accounts/${created.id}/grants`, {
      body: { role: 'administrator', party: 'pk' },
    });
    const signer = await product.signIn('signer', PASSWORD);
    await signer('POST', '/api/v1/evidence', {
      body: { personId, kind: 'task-book', subject: 'BROWSER-1', achievedOn: today, reason: 'Seen and signed twice' },
    });
    const { body: decided } = await signer('POST', '/api/v1/certifications/decisions', {
      body: { personId, schemeId: scheme.id, party: 'pk', decision: 'grant' },
    });
    return decided.certificationId as string;
  }

  const rankOf = async () => (await administrator('GET', `/api/v1/people/${personId}`)).body.rank as string;

  it('finds people by a part of the name in any script and by unit, and keeps that in the address', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator');
    const rows = page.getByRole('list', { name: 'People' }).getByRole('listitem');
    await page.getByLabel('Search', { exact: true }).fill('زینب');
    await page.waitForURL(/search=/);
    await visitor.settled();
    expect(await rows.allTextContents()).toEqual([expect.stringContaining('Zainab Mirza')]);
    await page.goBack();
    await visitor.goTo('/people');
    await page.getByLabel('Unit').selectOption({ label: '\u2003\u2003Special Protection Unit Sindh' });
    await page.waitForURL(/unit=/);
    await visitor.settled();
    const inSindh = await rows.count();
    await page.reload();
    await rows.first().waitFor();
    expect([inSindh > 0, await rows.count()]).toEqual([true, inSindh]);
  });

  it('changes a rank, and takes it back', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', `/people/${personId}`);
    const before = await rankOf();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('dialog').getByLabel('Rank').fill('Inspector');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await rankOf()).toBe('Inspector');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The change is undone.').waitFor();
    expect(await rankOf()).toBe(before);
  });

  it('tells of a change that came between, and saves on top of it when told to', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('administrator', `/people/${personId}?edit=true`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Rank').fill('Head Constable');
    const { body: person } = await administrator('GET', `/api/v1/people/${personId}`);
    await administrator('PATCH', `/api/v1/people/${personId}`, {
      headers: { 'if-match': `"${person.version}"` },
      body: { nameZh: '扎伊娜布' },
    });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Somebody changed it meanwhile').waitFor();
    expect(await dialog.getByLabel('Rank').inputValue()).toBe('Head Constable');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByRole('alert').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { body: after } = await administrator('GET', `/api/v1/people/${personId}`);
    expect([after.rank, after.nameZh]).toEqual(['Head Constable', '扎伊娜布']);
  });

  it('waits for the line, and sends what was saved without it', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page, context } = visitor;
    await visitor.signIn('administrator', `/people/${personId}?edit=true`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Rank').fill('Sub-Inspector');
    await context.setOffline(true);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('One change waits', { exact: false }).waitFor();
    expect(await dialog.getByLabel('Rank').inputValue()).toBe('Sub-Inspector');
    await context.setOffline(false);
    await dialog.waitFor({ state: 'detached' });
    expect(await rankOf()).toBe('Sub-Inspector');
  });

  it('shows the register as of any day', async () => {
    visitor = await Visitor.open(browser, product.url);
    const { page } = visitor;
    await visitor.signIn('auditor', '/certifications');
    const row = page.getByRole('link', { name: /Gate guard/ });
    expect(await row.textContent()).toContain('Current');
    await page.getByLabel('As of').fill('2035-01-01');
    await page.getByRole('link', { name: /Gate guard.*Lapsed/ }).click();
    await page.getByRole('heading', { name: 'Status on 1 Jan 2035' }).waitFor();
    await page.getByText('Signed for Pakistan', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
  });

  it.each(LANGUAGES)(
    'has no accessibility fault and no sideways scrolling in %s',
    async (language) => {
      visitor = await Visitor.open(browser, product.url, { language });
      await visitor.signIn('administrator');
      const person = `/people/${personId}`;
      for (const path of [
        '/people',
        person,
        `${person}?edit=true`,
        '/certifications',
        `/certifications/${certificationId}`,
      ]) {
        await visitor.goTo(path);
        expect(await visitor.faults()).toEqual([]);
        await visitor.page.setViewportSize({ width: 360, height: 740 });
        expect([path, await visitor.sidewaysScroll()]).toEqual([path, 0]);
        await visitor.page.setViewportSize({ width: 1280, height: 800 });
      }
      expect(visitor.complaints).toEqual([]);
    },
    120_000,
  );
});
