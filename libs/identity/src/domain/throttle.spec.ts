import { addressKey, waitAfter } from './throttle.js';

describe('the throttle of log-ins', () => {
  it('lets mistakes pass, then doubles the wait up to its limit', () => {
    expect([1, 4, 5, 6, 7, 8, 14, 15, 100].map((n) => waitAfter(n, 'pair'))).toEqual([0, 0, 1, 2, 4, 8, 512, 900, 900]);
    expect([49, 50, 55, 56, 1000].map((n) => waitAfter(n, 'user'))).toEqual([0, 1, 32, 60, 60]);
    expect([99, 100, 103].map((n) => waitAfter(n, 'ip'))).toEqual([0, 1, 8]);
  });

  it.each([
    ['192.0.2.17', '192.0.2.17'],
    ['::ffff:192.0.2.17', '192.0.2.17'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (ip, key) => expect(addressKey(ip)).toBe(key));
});
