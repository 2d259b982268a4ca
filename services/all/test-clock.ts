import type { Clock } from '@zhitong/eventing';
import { startOfDay } from '@zhitong/kernel';

/** Time stands still until a test moves it; it never goes back. */
export class TestClock implements Clock {
  constructor(private at: string) {}

  now(): string {
    return this.at;
  }

  /** To an ISO instant. */
  to(instant: string): void {
    if (instant < this.at) throw new RangeError(`${instant} is before ${this.at}`);
    this.at = new Date(instant).toISOString();
  }

  /** To 09:00 in Shanghai on a date. */
  toDay(date: string): void {
    this.pass(Date.parse(startOfDay(date)) + 9 * 3_600_000 - Date.parse(this.at));
  }

  pass(ms: number): void {
    this.to(new Date(Date.parse(this.at) + ms).toISOString());
  }
}
