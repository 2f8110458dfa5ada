import type { SystemReason } from '../replay-error.js';
import type { Messages } from './messages.js';

const reasons = {
  missing: 'there is no such file or folder',
  folder: 'it is a folder',
  forbidden: 'permission denied',
};

function reason(why: SystemReason): string {
  return typeof why === 'string' ? reasons[why] : why.words;
}

/** English. */
export const en: Messages = {
  heading: 'Boston 311 replay',
  zone: (zone) => `local times of ${zone}`,
  replaying: 'Replaying',
  rowsPerSecond: (rate) => `${rate} rows/s`,
  secondsLeft: (seconds) => `${seconds} left`,
  rowsSoFar: (percent, rows) => `${percent} · ${rows} rows`,
  lives: (rows, closed, open) => `${rows} rows became tickets: ${closed} closed, ${open} still open`,
  judgedAt: (asOf) => `still open ones judged at ${asOf}`,
  noRows: 'The file holds no row that could be replayed.',
  byDepartment: {
    title: 'On time, by department',
    department: 'Department',
    rows: 'Rows',
    clocks: 'Read from the clocks',
    published: 'Published',
    total: 'All',
    none: '(none)',
  },
  ownLimits: {
    title: "The pack's own limit by type, against the published target",
    exact: 'the same to the second',
    within5s: 'within 5 seconds',
    within1min: 'within a minute',
    note: 'derived from these targets: a description of the sample, no forecast',
  },
  routed: (same, rows) => `${same} of ${rows} rows routed to the department that had them`,
  agree: (agreeing, judged) => `${agreeing} of ${judged} flags agree: the recorded clocks say what the city published.`,
  differ: (differing, judged) => `${differing} of ${judged} flags differ from what the city published.`,
  disagreement: (where, id, published, readBack) => `${where}: ${id} published ${published}, read back ${readBack}`,
  unreadable: (count) => `${count} lines could not be replayed`,
  more: (count) => `… and ${count} more`,
  kept: (file) => `database kept: ${file}`,
  cost: (seconds, megabytes) => `${seconds} s · ${megabytes} MB at the peak`,
  problem: (problem) => {
    switch (problem.code) {
      case 'brokenQuotes':
        return 'a quotation mark stands alone; close it, or write "" for a mark inside quotes';
      case 'wrongFieldCount':
        return `${problem.count} fields instead of ${problem.expected}`;
      case 'emptyField':
        return `${problem.column} is empty`;
      case 'notATime':
        return `${problem.column} "${problem.value}" is no local time; write it like 2011-07-01 07:16:44`;
      case 'unknownFlag':
        return `ontime "${problem.value}" is unknown; use ONTIME, OVERDUE or nothing`;
      case 'closedBeforeOpened':
        return `closed at ${problem.closed}, before it was opened at ${problem.opened}`;
      case 'tooLong':
        return `${problem.column} is longer than ${problem.maximum} characters`;
      case 'doubledId':
        return `case_enquiry_id ${problem.id} stands in line ${problem.firstLine} already`;
      case 'refused':
        return `the desk refused "${problem.command}": ${problem.en}`;
    }
  },
  fault: (fault) => {
    switch (fault.code) {
      case 'fileUnreadable':
        return {
          what: `the file cannot be read (${reason(fault.reason)})`,
          fix: 'check the path given with --file and its permissions',
        };
      case 'emptyPath':
        return { what: 'no path was given', fix: 'give --db the path of a file' };
      case 'noHeader':
        return { what: 'the file is empty', fix: 'its first line names the columns, beginning with case_enquiry_id' };
      case 'missingColumns':
        return {
          what: `missing columns: ${fault.columns.join(', ')}`,
          fix: 'add them to the first line, separated by commas',
        };
      case 'doubledColumns':
        return { what: `columns that stand twice: ${fault.columns.join(', ')}`, fix: 'name each column once' };
      case 'endlessLine':
        return {
          what: `a line longer than ${fault.megabytes} MB`,
          fix: 'this is no CSV text; check the path given with --file',
        };
      case 'notAnInstant':
        return {
          what: `"${fault.value}" is no instant`,
          fix: 'write "2011-12-31 23:59:59" in local time, or 2011-12-31T23:59:59-05:00',
        };
      case 'noTemporaryFolder':
        return { what: `no folder can be made there (${reason(fault.reason)})`, fix: 'name a database file with --db' };
      case 'clockMissing':
        return {
          what: `ticket ${fault.ticket} has no handle clock`,
          fix: 'start the clock "handle" with the event ticket.dispatched',
        };
    }
  },
  faultLine: (where, what, fix, code) => `${where}: ${what}. Fix: ${fix}. [${code}]`,
  interrupted: 'Interrupted. A database that this run had made was removed.',
};
