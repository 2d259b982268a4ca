export interface TestResult {
  readonly title: string;
  readonly passed: boolean;
}
export function writeResults(suite: string, results: readonly TestResult[]): void;
export function readResults(): readonly TestResult[];
