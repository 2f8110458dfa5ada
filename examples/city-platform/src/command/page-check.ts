import type { Language } from '../pages/choices.js';
import { heroId, waitingId } from '../seed/stories/stories.js';

/** What was asked of the platform, and what was wrong with the answer. */
export interface Checked {
  readonly what: string;
  /** Undefined where all is well. */
  readonly problem?: string;
}

interface Check {
  readonly path: string;
  readonly status?: number;
  /** Texts that the answer must hold. */
  readonly texts: readonly string[];
}

const inLanguage: Readonly<Record<Language, readonly Check[]>> = {
  zh: [
    { path: '/', texts: ['该谁办', '一分钟看懂', '夜间施工噪声'] },
    { path: '/staff?as=handler-chen', texts: ['等我办', '到达现场', '夜间施工噪声'] },
    { path: `/staff/tickets/${heroId}?as=handler-chen`, texts: ['实施清单第', '1小时抵达现场', '紧急求助不得挂起'] },
    { path: `/staff/tickets/${heroId}?as=handler-he`, texts: ['您只能看到它走到哪一步'] },
    { path: '/staff/call', texts: ['登记来电', '东坑镇'] },
    { path: '/follow', texts: ['手机号后四位'] },
    { path: `/follow/${waitingId}?as=citizen-wu`, texts: ['请您评价', '提交评价'] },
    { path: '/nothing', status: 404, texts: ['这里没有内容'] },
  ],
  en: [
    { path: '/', texts: ['whose it is', 'In one minute'] },
    { path: '/staff?as=handler-chen', texts: ['My turn', 'Arrive on site'] },
    { path: `/staff/tickets/${heroId}?as=handler-chen`, texts: ['implementation list', 'Not possible now'] },
    { path: `/staff/tickets/${heroId}?as=handler-he`, texts: ['You see only how far it is'] },
    { path: '/staff/call', texts: ['Take a call', 'Dongkeng'] },
    { path: '/follow', texts: ['Last four digits'] },
    { path: `/follow/${waitingId}?as=citizen-wu`, texts: ['Please rate it'] },
    { path: '/nothing', status: 404, texts: ['There is nothing here'] },
  ],
};

const always: readonly Check[] = [
  { path: '/assets/client.js', texts: ['hydrateRoot'] },
  { path: '/assets/base.css', texts: ['@layer base, hotline-kit'] },
  { path: '/assets/styles.layered.css', texts: ['layer(hotline-kit)'] },
  { path: '/assets/styles.css', texts: ['.hk-root'] },
  { path: '/assets/page.css', texts: ['.cp-card'] },
  { path: '/assets/icon.svg', texts: ['<svg'] },
  { path: '/api/users', texts: ['handler-chen'] },
  { path: '/api/start', texts: [heroId] },
  { path: '/api/clock', texts: ['now'] },
  { path: '/api/tickets?as=dispatcher-wang', texts: ['DG-'] },
  { path: `/api/tickets/${heroId}?as=handler-chen`, texts: ['"arriveOnSite"', '"clocks"'] },
  { path: `/api/follow/${waitingId}?as=citizen-wu`, texts: ['"reply"'] },
  { path: '/api/nothing', status: 404, texts: ['noSuchPath'] },
];

/** Fetches every page and endpoint once, and moves time by a minute. */
export async function checkPages(url: string, language: Language): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const check of [...inLanguage[language], ...always]) checked.push(await fetched(url, check));
  checked.push(await moved(url));
  return checked;
}

async function fetched(url: string, { path, status = 200, texts }: Check): Promise<Checked> {
  const what = `GET ${path}`;
  const response = await fetch(url + path);
  const body = await response.text();
  if (response.status !== status) return { what, problem: `status ${response.status}, not ${status}` };
  const lacking = texts.filter((text) => !body.includes(text));
  return lacking.length === 0 ? { what } : { what, problem: `lacks ${lacking.map((text) => `"${text}"`).join(', ')}` };
}

async function moved(url: string): Promise<Checked> {
  const what = 'POST /api/clock/advance';
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url + what.slice(5), { method: 'POST', headers, body: '{"minutes":1}' });
  return response.ok ? { what } : { what, problem: `status ${response.status}, not 200` };
}
