import { given } from '@hotline-kit/core/testing';
import { describe, expect, test } from 'vitest';
import { at, noiseAtNight, pack, people } from './sample-desk.js';

const { agent, dispatcher, clerk } = people;
const register = { do: 'register', by: agent, at: at('09:00'), data: noiseAtNight };
const dispatch = { do: 'dispatch', by: dispatcher, at: at('09:03') };
const sign = { do: 'sign', by: clerk, at: at('09:05') };

describe('given what was, when something is done, then …', () => {
  test('events, state, lead and due instants are as the pack says', async () => {
    await given(pack, [register, dispatch])
      .when(sign)
      .expect({
        state: 'signed',
        includes: ['ticket.signed'],
        lead: 'riverside',
        due: { contact: at('09:35') },
      });
  });

  test('a refusal is an outcome like any other', async () => {
    await given(pack, [register]).when(sign).expect({ refusal: 'illegalInState', state: 'received', events: [] });
  });

  test('time passes by what the steps say', async () => {
    await given(pack, [register, dispatch, sign])
      .when({ runDue: true, at: at('09:36') })
      .expect({ clocks: { contact: 'breached' }, includes: ['clock.breached'] });
  });
});

test('what is not as expected is named, each with its place', async () => {
  const judged = given(pack, [register, dispatch])
    .when(sign)
    .expect({ state: 'handling', due: { contact: null } });
  await expect(judged).rejects.toThrow(/\/expect\/state: expected "handling", got "signed"\n.*\/expect\/due\/contact/s);
});

test('a given step that is refused ends the life there', async () => {
  const judged = given(pack, [sign, dispatch]).when(sign).expect({ state: 'signed' });
  await expect(judged).rejects.toThrow(/^\/given\/0: it was refused: .*\(ticketUnknown\)$/);
});

test('a step that nobody expected to be refused must succeed', async () => {
  await expect(given(pack, [register]).when(sign).expect({})).rejects.toThrow('/when: it was refused');
});
