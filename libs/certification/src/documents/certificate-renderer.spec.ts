import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Worker } from 'node:worker_threads';
import { generateKeyPairSync } from 'node:crypto';
import { jest } from '@jest/globals';
import type { CertificateContent } from './certificate-document.js';
import { CertificateRenderer, CertificateRenderError } from './certificate-renderer.js';
import { certificate, credential, KID } from './documents.fixtures.js';
import { openBadgeCredential, signCredential } from './open-badge.js';

jest.setTimeout(60_000);

const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwt = await signCredential(openBadgeCredential(credential), { key, kid: KID });
const LONG = 'Sahibzada Muhammad Abdul Rahman Zulfiqar Ali Khan Durrani Sadozai of Dera Ismail Khans';

const holders: Record<string, CertificateContent['holder']> = {
  'the Urdu names that break other engines': {
    en: 'Zainab Hamza Aziz Mirza',
    ur: 'زینب حمزہ عزیز مرزا زیدی',
    zh: '宰娜卜·哈姆扎·阿齐兹·米尔扎',
  },
  'rare Chinese surnames': { en: 'Yan Wei', zh: '䶮伟 𠅤伟' },
  'a name of 86 characters': {
    en: LONG,
    ur: 'صاحبزادہ محمد عبدالرحمٰن ذوالفقار علی خان درانی سدوزئی آف ڈیرہ اسماعیل خان',
  },
  'a word of 86 characters': { en: 'W'.repeat(86) },
  'no Urdu and no Chinese': { en: 'John Smith' },
  'Urdu alone': { ur: 'زینب' },
  'Chinese alone': { zh: '李伟' },
  'Urdu and Chinese': { ur: 'حمزہ', zh: '李伟' },
  'what looks like markup': { en: '#panic("x") *b* $y$ \\ <a> `c` //', ur: '#panic("x")', zh: '*b*' },
};

/** What the document says of itself, without any tool: the objects of the file as they stand. */
function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  );
}
function attachmentOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const start = text.indexOf('stream\n', text.search(/\/Type \/EmbeddedFile\b/)) + 'stream\n'.length;
  return inflateSync(Buffer.from(text.slice(start, text.indexOf('endstream', start)), 'latin1')).toString('utf8');
}

let renderer: CertificateRenderer;
beforeAll(() => (renderer = new CertificateRenderer()));
afterAll(async () => renderer.close());

describe('a certificate', () => {
  it.each(Object.entries(holders))('with %s is one page of PDF, at most 130 kB', async (_, holder) => {
    const pdf = await renderer.render({ ...certificate, holder }, jwt);
    expect(Buffer.from(pdf.subarray(0, 7)).toString()).toBe('%PDF-1.');
    expect(pagesOf(pdf)).toBe(1);
    expect(pdf.length).toBeLessThanOrEqual(130_000);
    expect(attachmentOf(pdf)).toBe(jwt);
  });

  it.each([1, 2, 3])('has room for %i authorities, with and without course and end', async (count) => {
    const joint = { ...certificate.authorities[0], party: 'joint' as const };
    const authorities = [...certificate.authorities, joint].slice(0, count);
    for (const change of [{}, { course: undefined, expiresOn: null, rank: undefined }])
      expect(pagesOf(await renderer.render({ ...certificate, authorities, ...change }, jwt))).toBe(1);
  });

  it('has room for the longest texts that the registers take, whoever signs and whatever scripts there are', async () => {
    const cut = (text: string, length: number) => `${text} `.repeat(40).slice(0, length).trim();
    const longUr = 'صاحبزادہ محمد عبدالرحمٰن ذوالفقار علی خان درانی سدوزئی آف ڈیرہ اسماعیل خان';
    const zh = (length: number) => '穆罕默德阿卜杜拉汗'.repeat(40).slice(0, length);
    const names = { en: cut(LONG, 120), ur: cut(longUr, 120), zh: zh(120) };
    const rank = 'Assistant Sub-Inspector of the Special Protection Unit South'.slice(0, 60);
    const signer = { en: `${rank} ${names.en}`, ur: names.ur, zh: names.en };
    const authorities = (['pk', 'cn', 'joint'] as const).map((party) => ({
      ...certificate.authorities[0],
      party,
      name: signer,
    }));
    const holders = [
      names,
      { en: LONG, ur: longUr },
      { en: names.en, zh: names.zh },
      { ur: names.ur },
      { zh: names.zh },
    ];
    for (const length of [60, 300]) {
      const scheme = {
        en: cut('Site and convoy security in mountains', length),
        ur: cut('پہاڑی علاقے میں سیکیورٹی', length),
        zh: zh(length),
      };
      for (const holder of holders)
        for (const signed of [authorities, authorities.slice(0, 1)])
          expect(
            pagesOf(
              await renderer.render(
                { ...certificate, holder, rank, scheme, course: scheme, courseHours: 40.5, authorities: signed },
                jwt,
              ),
            ),
          ).toBe(1);
    }
  });

  it('is PDF/A-3a, tagged, with its date and title', async () => {
    const text = Buffer.from(await renderer.render(certificate, jwt)).toString('latin1');
    expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
    expect(text).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(text).toContain('/Marked true');
    expect(text).toContain('application#2Fvc+jwt');
    expect(text).toContain('Certificate JSSU-2026-000123');
  });

  it('comes out the same, byte for byte, when drawn again', async () => {
    const [first, second] = [await renderer.render(certificate, jwt), await renderer.render(certificate, jwt)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('is refused, naming the character, when no font has it', async () => {
    for (const character of ['😀', 'अ'])
      await expect(renderer.render({ ...certificate, holder: { en: `Khan ${character}` } }, jwt)).rejects.toMatchObject(
        { name: 'CertificateRenderError', code: 'glyph-missing', character, retryable: false },
      );
  });

  it('is refused when it would not fit on one page', async () => {
    const course = { ...certificate.course, en: 'Convoy escort '.repeat(400), ur: 'قافلہ', zh: '车队' };
    await expect(renderer.render({ ...certificate, course }, jwt)).rejects.toMatchObject({
      code: 'more-than-one-page',
      retryable: false,
    });
  });

  it('is refused without a name or an authority', async () => {
    await expect(renderer.render({ ...certificate, holder: { en: ' ' } }, jwt)).rejects.toThrow(RangeError);
    await expect(renderer.render({ ...certificate, authorities: [] }, jwt)).rejects.toThrow(RangeError);
  });
});

describe('the threads', () => {
  it('draw two at a time, each its own', async () => {
    const two = new CertificateRenderer({ threads: 2 });
    const numbers = ['JSSU-2026-000001', 'JSSU-2026-000002', 'JSSU-2026-000003'];
    const pdfs = await Promise.all(numbers.map(async (number) => two.render({ ...certificate, number }, jwt)));
    pdfs.forEach((pdf, index) =>
      expect(Buffer.from(pdf).toString('latin1')).toContain(`Certificate ${numbers[index]}`),
    );
    await two.close();
  });

  it('are replaced when they break; the certificate in hand is refused, the next is drawn', async () => {
    const posted = jest.spyOn(Worker.prototype, 'postMessage');
    const fragile = new CertificateRenderer();
    const inHand = fragile.render(certificate, jwt);
    const next = fragile.render(certificate, jwt);
    const refusal = expect(inHand).rejects.toMatchObject({ code: 'engine-failed', retryable: true });
    await new Promise((resolve) => setImmediate(resolve));
    await (posted.mock.contexts[0] as Worker).terminate();
    await refusal;
    expect(pagesOf(await next)).toBe(1);
    expect(new Set(posted.mock.contexts).size).toBe(2);
    posted.mockRestore();
    await fragile.close();
  });

  it('are given up when they take too long', async () => {
    const hasty = new CertificateRenderer({ timeoutMs: 1 });
    await expect(hasty.render(certificate, jwt)).rejects.toMatchObject({
      code: 'engine-failed',
      message: expect.stringContaining('1 ms'),
    });
    await hasty.close();
  });

  it('finish what they have in hand when closed, and refuse the rest', async () => {
    const closing = new CertificateRenderer();
    const inHand = closing.render(certificate, jwt);
    const waits = closing.render(certificate, jwt);
    const refusal = expect(waits).rejects.toBeInstanceOf(CertificateRenderError);
    await new Promise((resolve) => setImmediate(resolve));
    await closing.close();
    await refusal;
    expect(pagesOf(await inHand)).toBe(1);
    await expect(closing.render(certificate, jwt)).rejects.toMatchObject({ code: 'engine-failed' });
  });

  it('do not grow: 150 certificates, failed ones among them, add less than 60 MB', async () => {
    const render = async (from: number, count: number) => {
      for (let index = from; index < from + count; index++) {
        const holder = { en: `Person ${index}${index % 10 === 0 ? ' 😀' : ''}`, ur: 'زینب', zh: '李伟' };
        await renderer.render({ ...certificate, number: `JSSU-2026-${index}`, holder }, jwt).catch(() => undefined);
      }
    };
    await render(0, 40);
    const before = process.memoryUsage.rss();
    await render(40, 150);
    expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(60);
  });
});

/** Tools of other people, which read the file with code that is not ours. Debian packages poppler-utils, zbar-tools. */
const missing = ['pdfdetach', 'pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm', 'zbarimg'].filter(
  (tool) => spawnSync(tool, ['--help']).error,
);
if (missing.length > 0)
  console.log(
    `not run: certificates as other programs read them (apt-get install poppler-utils zbar-tools): ${missing.join(', ')}`,
  );
else
  describe('as other programs read it', () => {
    let folder: string;
    const run = (tool: string, ...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8' });
      expect([tool, status, stderr]).toEqual([tool, 0, expect.any(String)]);
      return stdout;
    };
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'jssu-certificate-'));
      writeFileSync(join(folder, 'c.pdf'), await renderer.render(certificate, jwt));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('gives back the credential byte for byte', () => {
      run('pdfdetach', '-save', '1', '-o', 'credential.jwt', 'c.pdf');
      expect(readFileSync(join(folder, 'credential.jwt'), 'utf8')).toBe(jwt);
    });

    it('is one tagged A4 page with all fonts embedded and subset', () => {
      const info = run('pdfinfo', 'c.pdf');
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Pages:\s+1\n/);
      expect(info).toMatch(/Page size:\s+841\.\d+ x 595\.\d+ pts \(A4\)/);
      const fonts = run('pdffonts', 'c.pdf').trim().split('\n').slice(2);
      expect(fonts).toHaveLength(7);
      for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ .*yes yes yes/);
    });

    it('says the names and dates', () => {
      const text = run('pdftotext', '-layout', 'c.pdf', '-');
      for (const part of [
        'Muhammad Abdullah Khan',
        '穆罕默德',
        '24 November 2026',
        '23 November 2029',
        certificate.number,
      ])
        expect(text).toContain(part);
      expect(text.replace(/\s/g, '')).toContain('2029年11月23日');
    });

    it('has a QR code that a reader opens at the address', () => {
      run('pdftoppm', '-r', '150', '-png', '-singlefile', 'c.pdf', 'c');
      expect(run('zbarimg', '--raw', '-q', 'c.png').trim()).toBe(certificate.verifyUrl);
    });
  });
