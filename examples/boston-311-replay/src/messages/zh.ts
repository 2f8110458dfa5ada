import type { SystemReason } from '../replay-error.js';
import type { Messages } from './messages.js';

const reasons = { missing: '没有这个文件或文件夹', folder: '这是文件夹', forbidden: '没有权限' };

function reason(why: SystemReason): string {
  return typeof why === 'string' ? reasons[why] : why.words;
}

/** Chinese. */
export const zh: Messages = {
  heading: '波士顿311工单重演',
  zone: (zone) => `时间为当地时间（${zone}）`,
  replaying: '重演中',
  rowsPerSecond: (rate) => `每秒 ${rate} 行`,
  secondsLeft: (seconds) => `剩 ${seconds}`,
  rowsSoFar: (percent, rows) => `${percent} · ${rows} 行`,
  lives: (rows, closed, open) => `${rows} 行成为工单：${closed} 件已办结，${open} 件未办结`,
  judgedAt: (asOf) => `未办结的按 ${asOf} 判定`,
  noRows: '文件中没有可以重演的行。',
  byDepartment: {
    title: '各部门按时率',
    department: '部门',
    rows: '行数',
    clocks: '从时钟读回',
    published: '公布值',
    total: '合计',
    none: '（空）',
  },
  ownLimits: {
    title: '城市包按类型的时限，与公布的目标时间对比',
    exact: '一秒不差',
    within5s: '相差 5 秒以内',
    within1min: '相差 1 分钟以内',
    note: '时限由这些目标时间推导而来：只描述样本，不作预测',
  },
  routed: (same, rows) => `${rows} 行中有 ${same} 行派给了当年的承办部门`,
  agree: (agreeing, judged) => `${judged} 个标志中 ${agreeing} 个一致：时钟的记录与市政府公布的相同。`,
  differ: (differing, judged) => `${judged} 个标志中有 ${differing} 个与公布的不同。`,
  disagreement: (where, id, published, readBack) => `${where}：${id} 公布为 ${published}，读回为 ${readBack}`,
  unreadable: (count) => `${count} 行无法重演`,
  more: (count) => `……另有 ${count} 行`,
  kept: (file) => `数据库已保留：${file}`,
  cost: (seconds, megabytes) => `用时 ${seconds} 秒 · 内存峰值 ${megabytes} MB`,
  problem: (problem) => {
    switch (problem.code) {
      case 'brokenQuotes':
        return '引号不成对；请补上另一个，引号内的引号写成 ""';
      case 'wrongFieldCount':
        return `有 ${problem.count} 个字段，应为 ${problem.expected} 个`;
      case 'emptyField':
        return `${problem.column} 为空`;
      case 'notATime':
        return `${problem.column} "${problem.value}" 不是当地时间；写法如 2011-07-01 07:16:44`;
      case 'unknownFlag':
        return `ontime "${problem.value}" 未知；应为 ONTIME、OVERDUE 或留空`;
      case 'closedBeforeOpened':
        return `办结时间 ${problem.closed} 早于受理时间 ${problem.opened}`;
      case 'tooLong':
        return `${problem.column} 超过 ${problem.maximum} 个字符`;
      case 'doubledId':
        return `case_enquiry_id ${problem.id} 已出现在第 ${problem.firstLine} 行`;
      case 'refused':
        return `"${problem.command}" 被拒绝：${problem.zh}`;
    }
  },
  fault: (fault) => {
    switch (fault.code) {
      case 'fileUnreadable':
        return { what: `无法读取文件（${reason(fault.reason)}）`, fix: '检查 --file 的路径和权限' };
      case 'emptyPath':
        return { what: '没有给出路径', fix: '给 --db 指定文件路径' };
      case 'noHeader':
        return { what: '文件为空', fix: '第一行应为列名，以 case_enquiry_id 开头' };
      case 'missingColumns':
        return { what: `缺少列：${fault.columns.join('、')}`, fix: '在第一行补上这些列名，以逗号分隔' };
      case 'doubledColumns':
        return { what: `重复的列：${fault.columns.join('、')}`, fix: '每个列名只写一次' };
      case 'endlessLine':
        return { what: `有一行超过 ${fault.megabytes} MB`, fix: '这不是 CSV 文本；检查 --file 的路径' };
      case 'notAnInstant':
        return {
          what: `"${fault.value}" 不是时刻`,
          fix: '当地时间写成 "2011-12-31 23:59:59"，或写成 2011-12-31T23:59:59-05:00',
        };
      case 'noTemporaryFolder':
        return { what: `无法在此建立文件夹（${reason(fault.reason)}）`, fix: '用 --db 指定数据库文件' };
      case 'clockMissing':
        return { what: `工单 ${fault.ticket} 没有 handle 时钟`, fix: '让 handle 时钟由 ticket.dispatched 启动' };
    }
  },
  faultLine: (where, what, fix, code) => `${where}：${what}。处理方法：${fix}。[${code}]`,
  interrupted: '已中断。本次新建的数据库已删除。',
};
