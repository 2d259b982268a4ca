import { writeResults } from './results.js';

/** Keeps what each test came to, and prints the plain closing line that continuous integration reads. */
export default class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults }) {
    const results = testResults.flatMap(({ testFilePath, testExecError, failureMessage, testResults: tests }) => [
      ...tests.map(({ fullName, status, failureMessages }) => ({
        title: fullName,
        file: testFilePath,
        passed: status === 'passed',
        why: failureMessages[0],
      })),
      ...(testExecError ? [{ title: testFilePath, file: testFilePath, passed: false, why: failureMessage }] : []),
    ]);
    writeResults(process.argv.some((argument) => argument.includes('stack')) ? 'stack' : 'unit', results);
    console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed, ${numPendingTests} skipped`);
  }
}
