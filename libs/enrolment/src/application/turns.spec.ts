import { Turns } from './turns.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('turns', () => {
  it('are taken one after the other for a key, in the order of asking, and side by side for different keys', async () => {
    const turns = new Turns();
    const log: string[] = [];
    const work = (name: string, ms: number) => async () => {
      log.push(`${name} begins`);
      await pause(ms);
      log.push(`${name} ends`);
      return name;
    };
    const answers = await Promise.all([
      turns.take('a', work('a1', 30)),
      turns.take('a', work('a2', 1)),
      turns.take('b', work('b1', 1)),
      turns.take('a', work('a3', 1)),
    ]);
    expect(answers).toEqual(['a1', 'a2', 'b1', 'a3']);
    expect(log.filter((line) => line.startsWith('a'))).toEqual(
      ['a1', 'a2', 'a3'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    );
    expect(log.indexOf('b1 ends')).toBeLessThan(log.indexOf('a1 ends'));
  });
  it('pass on when the work fails', async () => {
    const turns = new Turns();
    const failing = turns.take('a', () => Promise.reject(new Error('no')));
    const next = turns.take('a', () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
