export interface TestResult {
  readonly title: string;
  /** Where it stands; what cannot be run again alone has none. */
  readonly file?: string | undefined;
  readonly passed: boolean;
  /** What was said against it; only for one that failed. */
  readonly why?: string | undefined;
}
export function forgetResults(suites: readonly string[]): void;
export function writeResults(suite: string, results: readonly TestResult[]): void;
export function replaceResults(suite: string, results: readonly TestResult[]): void;
export function readResults(suites?: readonly string[]): readonly TestResult[];
