/** Wrong codes that cost an address nothing. */
const FREE = 30;
/** One more is free again after so many seconds. */
const SECONDS_PER_MISS = 10;
const REMEMBERED = 10_000;

interface Bucket {
  misses: number;
  at: number;
}

/**
 * Slows down an address that guesses: a miss costs, a hit does not, so a post that checks everybody who comes by is never
 * held up. Kept in memory, in each process by itself: the codes are too long to be guessed at any speed.
 */
export class AddressThrottle {
  private readonly buckets = new Map<string, Bucket>();

  /** @returns seconds to wait, 0 when it may go on. @param now milliseconds */
  wait(address: string, now: number): number {
    const { misses } = this.level(address, now);
    return Math.max(0, Math.ceil((misses - FREE + 1) * SECONDS_PER_MISS));
  }

  miss(address: string, now: number): void {
    const { misses } = this.level(address, now);
    // Set anew, so that the map stays in the order of the last miss and the oldest can be forgotten.
    this.buckets.delete(address);
    this.buckets.set(address, { misses: misses + 1, at: now });
    for (const oldest of this.buckets.keys()) {
      if (this.buckets.size <= REMEMBERED) break;
      this.buckets.delete(oldest);
    }
  }

  private level(address: string, now: number): Bucket {
    const bucket = this.buckets.get(address);
    if (!bucket) return { misses: 0, at: now };
    return { misses: Math.max(0, bucket.misses - (now - bucket.at) / 1000 / SECONDS_PER_MISS), at: now };
  }
}
