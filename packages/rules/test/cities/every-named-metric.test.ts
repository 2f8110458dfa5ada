import type { DIMENSIONS, Metric } from '@hotline-kit/rules';
import { cityFolder, loadCityPack, seedCities } from '@hotline-kit/rules/node';
import { describe, expect, it } from 'vitest';

/** A metric that monthly notices of cities print, or that is reported of one city: its name, and its id in the packs. */
type Named = readonly [name: string, metric: string];

/** What monthly notices and standards of the field print; every city has each of them. */
const everywhere: readonly Named[] = [
  ['接通率', 'answerRate'],
  ['应答及时率', 'answerIn15Rate'],
  ['来电量', 'callVolume'],
  ['在线办结率', 'onlineRate'],
  ['结案率', 'closureRate'],
  ['按期结案率', 'onTimeClosureRate'],
  ['解决率', 'solvedRate'],
  ['解决率', 'solvedOfDueRate'],
  ['重派率', 'redispatchOfClosedRate'],
  ['不满意率', 'dissatisfiedRate'],
  ['响应率', 'responseRate'],
  ['满意', 'satisfaction'],
  ['签收率', 'signRate'],
  ['按时签收率', 'signOnTimeRate'],
  ['平均签收时长', 'meanSign'],
  ['平均办理时长', 'meanHandling'],
  ['1天、3天办结占比', 'daysToClose'],
  ['退单率', 'returnRate'],
  ['延期率', 'extensionRate'],
  ['重办率', 'redispatchRate'],
  ['回访率', 'callbackRate'],
  ['督办率', 'supervisionRate'],
  ['督办数', 'supervised'],
  ['表扬数', 'praised'],
  ['受理量', 'received'],
  ['在线解答量', 'answeredOnline'],
  ['转派量', 'dispatched'],
  ['办结量', 'handled'],
  ['互联网渠道受理量', 'internet'],
  ['领导接电件', 'leaderCalls'],
  ['质检抽查率', 'qualityCheckedRate'],
  ['质检平均分', 'qualityScoreMean'],
  ['质检合格率', 'qualityFlawlessRate'],
  ['转紧急热线件', 'toEmergency'],
  ['疑难会商件', 'consulted'],
  ['经办人按期办结率', 'handlerOnTimeRate'],
  ['承诺按时兑现率', 'promisesKeptRate'],
  ['考核得分', 'score'],
];

/** What is reported of one city. */
const ofOneCity: Readonly<Record<string, readonly Named[]>> = {
  guangzhou: [
    ['街镇呼叫部门件', 'whistled'],
    ['呼应率', 'whistleAnsweredRate'],
    ['数据共享批次', 'sharedBatches'],
    ['数据共享条数', 'sharedRows'],
  ],
  changsha: [
    ['智能回访件', 'robotCallbacks'],
    ['举一反三件', 'classRemedies'],
  ],
  haikou: [
    ['30分钟响应率', 'respondedRate'],
    ['重点关注件', 'focused'],
    ['负责人活动次数', 'activities'],
  ],
  yunfu: [
    ['企业诉求量', 'enterprise'],
    ['提请上级件', 'beyond'],
    ['出点子', 'ideasSum'],
    ['办实事、解难题', 'measuresDoneSum'],
  ],
  dongguan: [
    ['即时签收率', 'signedAtOnce'],
    ['半小时联系率', 'contactedInTime'],
    ['1小时到场率', 'arrivedInTime'],
    ['承诺按时兑现率', 'promisesKept'],
    ['按时办结率', 'closedOnTime'],
    ['举一反三件', 'classRemedies'],
  ],
};

describe.each(seedCities())('the assessment of %s', async (city) => {
  const { assessment, sources } = await loadCityPack(cityFolder(city));
  const metric = (id: string): Metric => assessment.metric(id) ?? expect.fail(`no metric ${id}`);

  it.each([...everywhere, ...(ofOneCity[city] ?? [])])(
    '%s is the metric %s, with its article, and marked as a sample where no text gives it',
    (name, id) => {
      const { title, article, basis } = metric(id);
      expect(title.zh).toContain(name);
      expect(sources).toContain(article);
      expect(['text', 'sample']).toContain(basis);
    },
  );

  it('breaks its figures down by unit, level, handler, theme, channel, line, place, day and month', () => {
    const used = new Set(assessment.metrics.flatMap(({ groupBy }) => groupBy));
    const asked = ['branch', 'level', 'handler', 'theme', 'channel', 'line', 'type', 'district', 'day', 'month'];
    expect(asked.filter((dimension) => !used.has(dimension as keyof typeof DIMENSIONS))).toEqual([]);
    expect(metric('returnRate').groupBy).toEqual(expect.arrayContaining(['holder', 'holderBranch', 'district']));
  });

  it('leaves unreasonable demands out of the rates by which units are judged, and surges out of the calls answered', () => {
    const judged = ['onTimeClosureRate', 'satisfaction', 'solvedRate', 'dissatisfiedRate', 'redispatchOfClosedRate'];
    for (const id of judged) expect(JSON.stringify(metric(id).exclude), id).toContain('"unreasonable"');
    expect(JSON.stringify(metric('answerRate').exclude)).toContain('"callExcused"');
    expect(metric('answerRate').over).toBe('calls');
  });

  it('compares like with like, and tells the last of each group, the yellow card, the interview and who answers', () => {
    const { boards, groups, consequences } = assessment;
    expect(groups.length).toBeGreaterThan(1);
    expect(boards.some(({ by }) => by === 'branch') && boards.some(({ by }) => by === 'handler')).toBe(true);
    const actions = new Set(consequences.map(({ action }) => action));
    for (const action of ['notice', 'yellowCard', 'interview', 'rectify', 'accountability', 'remind'] as const) {
      expect(actions.has(action), action).toBe(true);
    }
    // 国办函〔2025〕66号: lists of the first and the last are not the rule; they stand where a city asks for them.
    expect(boards.some(({ red, black }) => red !== undefined || black !== undefined)).toBe(city === 'yunfu');
  });
});
