import { AddressThrottle } from './address-throttle.js';

describe('an address that guesses codes', () => {
  const missed = (throttle: AddressThrottle, address: string, times: number, now = 0) => {
    for (let i = 0; i < times; i++) throttle.miss(address, now);
  };
  it('may miss thirty times, then waits, and no other address with it', () => {
    const throttle = new AddressThrottle();
    missed(throttle, 'a', 29);
    expect(throttle.wait('a', 0)).toBe(0);
    missed(throttle, 'a', 1);
    expect([throttle.wait('a', 0), throttle.wait('b', 0)]).toEqual([10, 0]);
    expect([throttle.wait('a', 9999), throttle.wait('a', 10_000)]).toEqual([1, 0]);
  });
  it('is forgiven in time, and forgotten when many others came after', () => {
    const throttle = new AddressThrottle();
    missed(throttle, 'a', 30);
    expect(throttle.wait('a', 300_000)).toBe(0);
    missed(throttle, 'a', 29, 300_000);
    expect(throttle.wait('a', 300_000)).toBe(0);
    missed(throttle, 'a', 40, 300_000);
    for (let i = 0; i < 10_000; i++) throttle.miss(`other ${i}`, 300_000);
    expect(throttle.wait('a', 300_000)).toBe(0);
  });
});
