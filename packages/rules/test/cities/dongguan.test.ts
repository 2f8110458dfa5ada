import { approversOf, escalate, type Facts, isOutcome, permit, routeTicket } from '@hotline-kit/rules';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import { dueDate, isoInZone } from '@hotline-kit/sla-calendar';
import { describe, expect, it } from 'vitest';

const pack = await loadCityPack(cityFolder('dongguan'));
const at = '2023-07-10T09:00:00+08:00';

const places = pack.units.all.filter(({ kind }) => kind === 'street' || kind === 'park');
const emergencies = pack.matters.all.filter(({ parent }) => parent === 'urgent-help').map(({ code }) => code);

/** When a clock that starts at an instant is due, by the clock of Dongguan. */
function due(id: string, facts: Facts, from: string): string {
  const clock = clockNamed(id);
  expect(clock.applies(facts), `${id} starts`).toBe(true);
  return isoInZone(dueDate(clock.termFor(facts), from, clock.calendar).dueAt, 'Asia/Shanghai');
}

function clockNamed(id: string) {
  const clock = pack.clocks.find((each) => each.id === id);
  if (clock === undefined) expect.fail(`there is no clock ${id}`);
  return clock;
}

function route(facts: Facts) {
  return routeTicket(pack, facts, { at });
}

function tags(facts: Facts): readonly string[] {
  return pack.routing
    .decide(facts, { at })
    .outcomes.flatMap((outcome) => (isOutcome(outcome, 'tag') ? outcome.params.tag : []));
}

const urgent = { urgent: true } as const;

describe('the pack of Dongguan', () => {
  it('is read whole: 4 streets, 28 towns and 2 parks below a city without districts', () => {
    expect(pack).toMatchObject({ id: 'dongguan', hotline: 'hotline-centre', numbering: { prefix: 'DG' } });
    expect(places).toHaveLength(34);
    expect(places.filter(({ name }) => name.zh.endsWith('街道'))).toHaveLength(4);
    expect(places.filter(({ name }) => name.zh.endsWith('镇'))).toHaveLength(28);
    expect(places.filter(({ kind }) => kind === 'park').map(({ name }) => name.zh)).toEqual([
      '松山湖高新区',
      '滨海湾新区',
    ]);
    expect(places.every(({ id, parent, district }) => parent === 'city' && district === id)).toBe(true);
    expect(pack.units.all.some(({ kind }) => kind === 'district')).toBe(false);
  });

  it('calls a number of the text only what the source gives as a number', () => {
    expect(pack.clocks.filter(({ basis }) => basis === 'text').map(({ id }) => id)).toEqual([
      'contact',
      'arrive',
      'promise',
    ]);
  });
});

it('routes each matter in each place by a rule or a line of the list, never by default', () => {
  const unrouted = pack.matters.all.flatMap(({ code }) =>
    places
      .filter(({ id }) => route({ matter: code, district: id }).via === 'fallback')
      .map(({ id }) => `${code} ${id}`),
  );
  expect(unrouted).toEqual([]);
});

describe('DG1 即时签收、半小时联系群众、1小时抵达现场、承诺事项2个工作日办结', () => {
  it('runs the four clocks of a Monday to the minute', () => {
    expect(due('sign', urgent, '2023-07-10T09:03:00+08:00')).toBe('2023-07-10T09:08:00+08:00');
    expect(due('contact', urgent, '2023-07-10T09:04:00+08:00')).toBe('2023-07-10T09:34:00+08:00');
    expect(due('arrive', urgent, '2023-07-10T09:04:00+08:00')).toBe('2023-07-10T10:04:00+08:00');
    expect(due('promise', urgent, '2023-07-10T09:20:00+08:00')).toBe('2023-07-12T17:30:00+08:00');
  });

  it.each([
    ['over a weekend', '2023-07-07T16:00:00+08:00', '2023-07-11T17:30:00+08:00'],
    ['from a Saturday', '2023-07-08T23:00:00+08:00', '2023-07-11T17:30:00+08:00'],
    [
      'over 中秋国庆 2023, with the make-up workdays of 7 and 8 October',
      '2023-09-28T10:00:00+08:00',
      '2023-10-08T17:30:00+08:00',
    ],
    ['over 劳动节 2024, with the make-up Sunday of 28 April', '2024-04-26T10:00:00+08:00', '2024-04-29T17:30:00+08:00'],
    ['over 元旦 2024, without make-up days', '2023-12-29T10:00:00+08:00', '2024-01-03T17:30:00+08:00'],
  ])('counts two working days %s', (_, madeAt, dueAt) => {
    expect(due('promise', urgent, madeAt)).toBe(dueAt);
  });

  it('runs them for urgent tickets only; an ordinary promise has a clock of its own', () => {
    const ordinary = { urgent: false, matter: 'streetlight' };
    const started = (facts: Facts) => pack.clocks.filter((clock) => clock.applies(facts)).map(({ id }) => id);
    expect(started(ordinary)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(contact|arrive|promise)$/)]),
    );
    expect(started(ordinary)).toContain('ordinaryPromise');
    expect(started(urgent)).toEqual(expect.arrayContaining(['sign', 'contact', 'arrive', 'promise']));
    expect(started(urgent)).not.toContain('ordinaryPromise');
    expect(due('sign', ordinary, at)).toBe('2023-07-10T15:00:00+08:00');
  });

  it('asks nobody to telephone a citizen who left no number', () => {
    expect(clockNamed('contact').applies({ ...urgent, anonymous: true })).toBe(false);
    expect(clockNamed('arrive').applies({ ...urgent, anonymous: true })).toBe(true);
  });
});

describe('DG2 紧急求助来电,第一时间联动相关部门及镇街(园区)', () => {
  it('starts the clocks for each matter of urgent help, even where the call was not marked urgent', () => {
    expect(emergencies).toHaveLength(10);
    for (const { code } of pack.matters.all) {
      const isEmergency = code === 'urgent-help' || emergencies.includes(code);
      for (const id of ['contact', 'arrive', 'promise']) {
        expect(clockNamed(id).applies({ matter: code }), `${id} ${code}`).toBe(isEmergency);
      }
    }
  });

  it('links units of the place and of the city, the parks included', () => {
    for (const { id: district } of places) {
      for (const matter of ['urgent-help', ...emergencies]) {
        const { lead, assists } = route({ matter, district });
        expect(pack.units.get(lead)?.district, matter).toBe(district);
        expect(assists, matter).toContain(district);
        expect(
          assists.some((unit) => pack.units.get(unit)?.district === undefined),
          matter,
        ).toBe(true);
      }
    }
    expect(route({ matter: 'urgent-gas-leak', district: 'songshan-lake' })).toMatchObject({
      lead: 'songshan-lake-urban-management',
      assists: ['songshan-lake', 'songshan-lake-emergency', 'gas-supply', 'fire'],
    });
  });

  it('does not wait for a category or a place', () => {
    expect(route({ ...urgent, district: 'humen' })).toMatchObject({
      lead: 'humen-emergency',
      assists: ['humen', 'humen-public-security', 'emergency'],
      rule: 'urgent-in-place',
    });
    expect(route({ ...urgent, matter: 'theme-roads', district: 'humen' }).lead).toBe('humen-emergency');
    expect(route(urgent)).toMatchObject({ lead: 'emergency', rule: 'urgent-anywhere' });
    expect(tags(urgent)).toContain('紧急求助');
  });

  it('lets no urgent ticket be refused, suspended or extended', () => {
    const refusal = permit(
      pack.procedure,
      'refuse',
      { ...urgent, matter: 'noise-social' },
      { ground: 'x', reason: 'x' },
    );
    expect(refusal).toMatchObject({ ok: false, problems: [{ code: 'forbidden', article: '样例规程第三条' }] });
    const suspension = { ground: 'litigation', reason: 'x' };
    expect(permit(pack.procedure, 'suspend', urgent, suspension).ok).toBe(false);
    expect(permit(pack.procedure, 'suspend', {}, suspension).ok).toBe(true);
    const extension = { term: { kind: 'workingDays', amount: 5 }, reason: 'x' };
    expect(permit(pack.procedure, 'requestExtension', urgent, extension)).toMatchObject({
      problems: [{ code: 'extensionsExhausted' }],
    });
    expect(permit(pack.procedure, 'requestExtension', {}, extension).ok).toBe(true);
  });
});

it('DG5 the night shift is at its desks at two in the morning of the Spring Festival', () => {
  const shift = pack.calendars['night-shift'];
  expect(shift?.isOpen('2024-02-10T02:00:00+08:00')).toBe(true);
  expect(shift?.isOpen('2024-02-10T12:00:00+08:00')).toBe(false);
});

it('DG6 noise of a site at night goes to the law officers of the town, who must be there within the hour', () => {
  const call = { matter: 'noise-construction-night', district: 'dongkeng', type: 'complaint', ...urgent };
  expect(route(call)).toMatchObject({
    lead: 'dongkeng-urban-management',
    assists: ['dongkeng-ecology', 'urban-management'],
    via: 'list',
    article: '样例规程第八条第二项',
  });
  expect(due('contact', call, '2023-07-10T22:07:00+08:00')).toBe('2023-07-10T22:37:00+08:00');
  expect(due('arrive', call, '2023-07-10T22:07:00+08:00')).toBe('2023-07-10T23:07:00+08:00');
});

describe('DG7 企业直通市长,热线+综窗,自助终端机视频服务', () => {
  const line = { channel: 'enterpriseLine' } as const;

  it('takes what enterprises ask of the government to their own desk', () => {
    expect(route({ ...line, matter: 'enterprise-approval', district: 'changan' })).toMatchObject({
      lead: 'enterprise-desk',
      rule: 'enterprise-to-mayor',
    });
    expect(route({ ...line, district: 'changan' }).lead).toBe('enterprise-desk');
    expect(due('dispatch', line, at)).toBe('2023-07-10T09:30:00+08:00');
  });

  it('sends any other matter of an enterprise to its unit, tagged, and its reply to the head of the unit', () => {
    const wages = { ...line, matter: 'wages', district: 'changan' };
    expect(route(wages).lead).toBe('changan-human-resources');
    expect(tags(wages)).toEqual(['企业直通市长']);
    expect(approversOf(pack.procedure, 'reply', wages)).toEqual(['unitHead']);
    expect(approversOf(pack.procedure, 'reply', { ...wages, channel: 'phone' })).toEqual(['unitLeader', 'unitHead']);
  });

  it('puts life before business: an urgent call of an enterprise is an urgent call', () => {
    expect(route({ ...line, ...urgent, district: 'changan' }).lead).toBe('changan-emergency');
  });

  it('knows counters, kiosks and video', () => {
    for (const channel of ['counter', 'kiosk', 'video']) {
      expect(Object.hasOwn(pack.channels, channel)).toBe(true);
      expect(tags({ channel, matter: 'kiosk-service' })).toEqual(['热线+综窗']);
    }
  });
});

describe('DG8 春节服务“不打烊”', () => {
  const newYear = '2024-02-10T00:30:00+08:00';

  it('runs dispatch, sign, contact and arrive through New Year’s night', () => {
    expect(due('dispatch', urgent, newYear)).toBe('2024-02-10T00:40:00+08:00');
    expect(due('sign', urgent, newYear)).toBe('2024-02-10T00:35:00+08:00');
    expect(due('contact', urgent, newYear)).toBe('2024-02-10T01:00:00+08:00');
    expect(due('arrive', urgent, newYear)).toBe('2024-02-10T01:30:00+08:00');
  });

  it('counts the two working days of a promise after it: the make-up Sunday, 18 February, and Monday', () => {
    expect(due('promise', urgent, newYear)).toBe('2024-02-19T17:30:00+08:00');
  });

  it('goes on in a year without a notice, and says that its date is provisional', () => {
    const { calendar, termFor } = clockNamed('promise');
    expect(dueDate(termFor(urgent), '2031-01-20T10:00:00+08:00', calendar).certainty).toBe('provisional');
    expect(dueDate(termFor(urgent), newYear, calendar).certainty).toBe('official');
  });
});

it('DG9 为全镇环卫工人换上新衣: the third like request asks for its whole class', () => {
  const request = { matter: 'sanitation-workers', district: 'dalang' };
  expect(route(request)).toMatchObject({ lead: 'dalang-works', assists: ['dalang', 'urban-management'] });
  expect(tags({ ...request, repeatCount: 3 })).toEqual(['同类排查']);
  expect(tags({ ...request, repeatCount: 2 })).toEqual([]);
});

describe('DG10 没有12345接不到的问题', () => {
  it('gives a request of no category to its town or park, and without a place to the hotline centre', () => {
    for (const { id: district } of places) {
      expect(route({ district }).lead).toBe(district);
      expect(route({ district, matter: 'uncategorised' }).lead).toBe(district);
    }
    expect(route({}).lead).toBe('hotline-centre');
    expect(route({ district: 'atlantis' }).lead).toBe('hotline-centre');
  });

  it('neither refuses nor returns it for want of a category', () => {
    const refused = permit(pack.procedure, 'refuse', {}, { ground: 'noCategory', reason: '没有对应类别' });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'forbidden', article: '样例规程第二条' }] });
    const returned = permit(pack.procedure, 'requestReturn', { lead: 'dalang' }, { reason: '无类别', evidence: '无' });
    expect(returned).toMatchObject({ ok: false, problems: [{ article: '样例规程第二条' }] });
    const settled = { matter: 'noise-social' };
    expect(permit(pack.procedure, 'refuse', settled, { ground: 'repeat', reason: '已并案' }).ok).toBe(true);
    expect(permit(pack.procedure, 'requestReturn', settled, { reason: '不属本单位', evidence: '职责清单' }).ok).toBe(
      true,
    );
  });
});

describe('what the pack does of itself', () => {
  const outcomes = (facts: Facts) => escalate(pack, facts, { at }).map(({ type, params }) => [type, params['level']]);

  it('urges and supervises where nobody contacted the citizen in half an hour', () => {
    expect(outcomes({ ...urgent, 'clock.contact.state': 'breached' })).toEqual([
      ['urge', undefined],
      ['supervise', 1],
      ['startClock', undefined],
    ]);
  });

  it('goes one level higher where nobody came either', () => {
    const nobody = { ...urgent, 'clock.contact.state': 'breached', 'clock.arrive.state': 'breached' };
    expect(outcomes(nobody)).toContainEqual(['supervise', 2]);
    expect(outcomes({ ...urgent, 'clock.arrive.state': 'breached' })).not.toContainEqual(['supervise', 2]);
  });

  it('supervises a broken promise, late handling, and raises a supervision that was not answered', () => {
    for (const clock of ['promise', 'ordinaryPromise', 'handle']) {
      expect(outcomes({ [`clock.${clock}.state`]: 'breached' })).toContainEqual(['supervise', 1]);
    }
    expect(outcomes({ 'clock.superviseReply.state': 'breached' })).toEqual([['supervise', 2]]);
  });

  it('closes no ticket over an open promise', () => {
    for (const state of ['running', 'paused', 'breached']) {
      expect(permit(pack.procedure, 'close', { 'clock.promise.state': state }, {})).toMatchObject({
        ok: false,
        problems: [{ code: 'forbidden', article: '样例规程第二十三条' }],
      });
    }
    expect(permit(pack.procedure, 'close', { 'clock.promise.state': 'met' }, {}).ok).toBe(true);
  });

  it('keeps a report about conduct away from the town that it may be about', () => {
    for (const { id: district } of places) {
      expect(route({ matter: 'conduct', district })).toMatchObject({ lead: 'discipline', assists: [] });
    }
  });
});
