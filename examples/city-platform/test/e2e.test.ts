import { chromiumPath } from '@hotline-kit/example-city-platform/chromium';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve } from './serve.js';

const executablePath = chromiumPath();
if (executablePath === undefined) {
  if (process.env.CI) throw new Error('CI needs Chromium for the end-to-end tests: install it, or set CHROMIUM_PATH');
  console.warn(
    'SKIPPED: the end-to-end tests. There is no Chromium on this machine; install it, or set CHROMIUM_PATH.',
  );
}

describe.skipIf(executablePath === undefined)('in Chromium', () => {
  const served = serve();
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => browser?.close());
  beforeEach(async () => {
    await page?.context().close();
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(10_000);
    complaints.length = 0;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
  });

  const open = (path: string) => page.goto(served.url + path);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const be = (name: string) =>
    page.getByRole('navigation', { name: '演示登录' }).getByRole('link', { name }).first().click();
  const done = (command: string) => page.getByRole('status').getByText(`已完成：${command}`).waitFor();
  /** Presses an action and confirms what stands in its form. */
  const doIt = async (command: string) => {
    await button(command).click();
    await button(`确认${command}`).click();
    await done(command);
  };

  test('one ticket from the call to the rating: 登记 → 派单 → 签收 → 受理 → 联系 → 到场 → 答复 → 审批 → 回访 → 评价 → 办结', async () => {
    await open('/');
    await page.getByRole('link', { name: '登记来电' }).click();
    await be('话务员');
    await page.getByRole('link', { name: '登记来电' }).click();
    await button('登记').click();
    await page.waitForURL('**/staff/tickets/*');
    const number = (await page.locator('.cp-head .cp-number').textContent())?.match(/DG-\d{8}-\d{4}/)?.[0] ?? '';

    await be('派单员');
    await doIt('派单');
    await page.getByText('实施清单第 356 行：夜间施工噪声在这里由该单位主办').waitFor();

    await be('签收员');
    await button('签收').click();
    await done('签收');

    await be('经办人');
    await button('受理').click();
    await done('受理');
    await doIt('联系群众');
    await doIt('到达现场');
    await doIt('提交答复');
    // The handler may not approve: the page says so, and so does core when it is asked all the same.
    await page.getByText('经办人无权对此工单审批通过').waitFor();

    await be('分管领导');
    await button('审批通过').click();
    await done('审批通过');

    await be('回访员');
    await doIt('回访');

    // The citizen is no sample user: a number and the last four digits of the phone lead to the ticket.
    await page.getByRole('link', { name: '群众查询' }).click();
    await page.getByLabel('工单编号').fill(number);
    await page.getByLabel('手机号后四位').fill('1234');
    await button('查询').click();
    await page.getByRole('heading', { name: '东坑镇城管分局已经答复，请您评价。' }).waitFor();
    for (const answer of ['已解决', '很满意', '联系过'])
      await page.getByRole('radio', { name: answer, exact: true }).check();
    await button('提交评价').click();
    await page.getByText('评价已提交').waitFor();
    const followed = page.url().replace('/follow/', '/staff/tickets/');

    await page.goto(followed);
    await doIt('办结');
    await page.locator('.cp-state').getByText('已办结').waitFor();
    expect(complaints).toEqual([]);
  });

  test('time is moved: a clock warns, breaches, and brings a supervision, with its article', async () => {
    await open('/staff/tickets/night-noise?as=handler-chen');
    await button('5 分钟').click();
    await page.getByText('已快进 5 分钟').waitFor();
    await page.locator('.cp-history').getByText('临期预警 1小时抵达现场').waitFor();
    await button('30 分钟').click();
    const head = page.locator('.cp-head');
    await head.getByText('一级督办').waitFor();
    await head.getByText('已超期').waitFor();
    await page.locator('.cp-history').getByText('已督办 未在1小时内抵达现场').waitFor();
    expect(await page.locator('.cp-history [data-fresh]').count()).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
  });

  test('a command that the page shows as impossible is refused by core, in the same words', async () => {
    await open('/staff/tickets/night-noise?as=handler-chen');
    const refused = button('申请延期');
    expect(await refused.getAttribute('aria-disabled')).toBe('true');
    await page.locator('[data-try]').click();
    const note = page.getByRole('status').filter({ hasText: '没有做成' });
    await note.getByText('本情形不得延期').waitFor();
    await note.getByText('依据 样例规程第十四条').waitFor();
    // The browser tells of the answer's status itself.
    expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([]);
  });

  const quick = (process.env.HOTLINE_PROOF ?? 'quick') === 'quick';
  const looks = quick
    ? ['theme=dark', 'elder=1']
    : ['theme=gov-blue', 'theme=dark', 'theme=contrast', 'elder=1', 'lang=en'];
  const paths = [
    '/',
    '/staff?as=dispatcher-wang',
    '/staff/tickets/gas-smell?as=supervisor-zhou',
    '/staff/call',
    '/follow',
    '/follow/loud-shop?as=citizen-wu',
  ];

  test.each(looks)('every page is free of what axe knows, and fits its width (%s)', async (look) => {
    const findings: string[] = [];
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await open(path + (path.includes('?') ? '&' : '?') + look);
      // Before axe comes in, who tries styles of its own and is told by the content security policy.
      findings.push(...complaints);
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate('axe.run({ preload: false })')) as axe.AxeResults;
      findings.push(...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`));
      await page.setViewportSize({ width: 375, height: 900 });
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      if (overflow !== 0) findings.push(`${path}: ${overflow} px too wide at 375`);
      complaints.length = 0;
    }
    expect(findings).toEqual([]);
  });
});
