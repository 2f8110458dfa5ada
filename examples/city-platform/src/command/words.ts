import type { Language } from '../pages/choices.js';

/** What the command says to people, in one language. */
export interface Words {
  ready(milliseconds: number): string;
  temporary: string;
  kept(file: string): string;
  readonly ends: string;
  readonly ended: string;
  portTaken(port: number): string;
  checked(passed: number, failed: number): string;
  readonly checkTitle: string;
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

/** The command's words by language. */
export const words: Readonly<Record<Language, Words>> = {
  zh: {
    ready: (milliseconds) =>
      `东莞 12345 演示平台已就绪，用时 ${seconds(milliseconds)} 秒。页面上可以换身份、快进时间。`,
    temporary: '工单存在临时数据库里，结束时删除；用 --db 文件 可以保留。',
    kept: (file) => `工单存在 ${file}。`,
    ends: '按 Ctrl-C 结束。请在浏览器打开：',
    ended: '已结束。',
    portTaken: (port) => `端口 ${port} 已被占用。解决办法：换一个 --port，或不写 --port 自动选用空闲端口。`,
    checked: (passed, failed) => `通过 ${passed} 项，失败 ${failed} 项`,
    checkTitle: '逐页检查演示平台',
  },
  en: {
    ready: (milliseconds) =>
      `The demo platform of Dongguan's 12345 is ready after ${seconds(milliseconds)} s. Be anybody, and move time, on the page.`,
    temporary: 'Tickets are in a temporary database, removed at the end; --db FILE keeps them.',
    kept: (file) => `Tickets are in ${file}.`,
    ends: 'Ctrl-C ends it. Open in a browser:',
    ended: 'Ended.',
    portTaken: (port) => `Port ${port} is taken. Fix: give another --port, or none to take a free one.`,
    checked: (passed, failed) => `${passed} passed, ${failed} failed`,
    checkTitle: 'Checking the demo platform page by page',
  },
};
