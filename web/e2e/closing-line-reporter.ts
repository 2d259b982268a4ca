import type { Reporter, Suite, TestCase } from '@playwright/test/reporter';
import { writeResults } from '../../tools/dev/results.js';

/** The plain last line that `npm test` sums up with those of the other suites. */
export default class ClosingLineReporter implements Reporter {
  #tests: readonly TestCase[] = [];
  #errors = 0;

  printsToStdio(): boolean {
    return true;
  }
  onBegin(_config: unknown, suite: Suite): void {
    this.#tests = suite.allTests();
  }
  /** Outside of any test: a city that does not start, a file that does not parse. */
  onError(): void {
    this.#errors += 1;
  }
  onExit(): Promise<void> {
    const outcomes = this.#tests.map((test) => outcomeOf(test));
    writeResults(
      'browser',
      this.#tests.map((test) => ({
        title: test.titlePath().join(' '),
        file: test.location.file,
        passed: outcomeOf(test) === 'passed',
        why: test.results.at(-1)?.error?.message,
      })),
    );
    const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
    process.stdout.write(`\n${count('passed')} passed, ${count('failed') + this.#errors} failed, ${count('skipped')} skipped\n`);
    return Promise.resolve();
  }
}

function outcomeOf(test: TestCase): 'passed' | 'failed' | 'skipped' {
  if (test.results.length === 0 || test.outcome() === 'skipped') return 'skipped';
  return test.outcome() === 'expected' ? 'passed' : 'failed';
}
