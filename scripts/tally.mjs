// Counts what Vitest's JSON report holds. A test file that could not even load counts as one failure,
// and so does a report that is missing: silence is never a pass.
import { readFileSync } from 'node:fs';

export function tally(reportPath) {
  let report;
  try {
    report = JSON.parse(readFileSync(reportPath, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    const count = (...states) => file.assertionResults.filter(({ status }) => states.includes(status)).length;
    total.passed += count('passed');
    total.failed += count('failed');
    total.skipped += count('pending', 'skipped', 'todo', 'disabled');
    if (file.status === 'failed' && count('failed') === 0) total.failed += 1;
  }
  if (total.passed === 0 && total.failed === 0) total.failed = 1;
  return total;
}
