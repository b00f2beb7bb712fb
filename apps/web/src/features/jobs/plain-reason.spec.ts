import { describe, expect, it } from '@jest/globals';
import { plainReason } from './plain-reason';

describe('the reason of a failed job in plain words', () => {
  it.each([
    ['job stalled more than allowable limit', 'stalled'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connection'],
    ['terminating connection due to administrator command', 'connection'],
    ['canceling statement due to statement timeout', 'busy'],
    ['could not extend file "base/1": No space left on device', 'space'],
    ['duplicate key value violates unique constraint "person_service_number_key"', 'rule'],
    ['disk on fire', 'other'],
  ])('is found in “%s”', (message, reason) => {
    expect(plainReason(message)).toBe(reason);
  });
});
