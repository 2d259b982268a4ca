export interface TestResult {
  readonly title: string;
  readonly passed: boolean;
  /** What was said against it; only for one that failed. */
  readonly why?: string | undefined;
}
export function forgetResults(suites: readonly string[]): void;
export function writeResults(suite: string, results: readonly TestResult[]): void;
export function readResults(suites?: readonly string[]): readonly TestResult[];
