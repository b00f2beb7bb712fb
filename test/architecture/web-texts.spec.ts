import { readdirSync } from 'node:fs';

type Text = Readonly<Record<string, string>>;

const SOURCE = '../../apps/web/src';
const features = readdirSync(new URL(`${SOURCE}/features/`, import.meta.url));
const folders = ['app', ...features.map((feature) => `features/${feature}`)];
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe.each(folders)('the texts of the web application in %s', (folder) => {
  const read = async (language: string) =>
    ((await import(`${SOURCE}/${folder}/text.${language}.ts`)) as { default: Text }).default;

  it.each(['ur', 'zh'])('say the same in %s, with the same figures', async (language) => {
    const [english, other] = await Promise.all([read('en'), read(language)]);
    expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      // A language may leave the number one to its word for it.
      if (!key.endsWith('_one')) expect([key, placeholders(other[key])]).toEqual([key, placeholders(text)]);
      expect([key, other[key].trim()]).not.toEqual([key, '']);
    }
  });

  it('are written in the letters of their language', async () => {
    const [urdu, chinese] = await Promise.all([read('ur'), read('zh')]);
    const without = (text: Text, letters: RegExp) => Object.values(text).filter((one) => !letters.test(one));
    expect(without(urdu, /[\u0600-\u06ff]/)).toEqual([]);
    expect(without(chinese, /[\u4e00-\u9fff]/)).toEqual([]);
  });
});
