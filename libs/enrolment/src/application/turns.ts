import { Injectable } from '@nestjs/common';

/**
 * Lets work on one thing go one after the other within this process. The lock of its row does so anyway, for all
 * processes; but whoever waits there holds a database connection, and a rush on one offering would take them all.
 */
@Injectable()
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** Begins the work when all that came before for the key has ended, well or badly. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    let end: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => (end = resolve));
    this.last.set(key, mine);
    try {
      await before;
      return await work();
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
      end();
    }
  }
}
