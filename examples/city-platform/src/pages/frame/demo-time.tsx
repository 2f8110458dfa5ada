import { useState, useSyncExternalStore } from 'react';
import { useHost } from '../host.js';
import { longTime } from '../time-text.js';

const steps = [5, 30, 24 * 60] as const;

/** Demo time, and the buttons that move it. */
export function DemoTime() {
  const { texts, ticker, now, post } = useHost();
  const [moving, setMoving] = useState(false);
  const [said, say] = useState('');
  const current = useSyncExternalStore(
    ticker.subscribe,
    () => longTime(ticker.now() ?? now, texts),
    () => longTime(now, texts),
  );
  const name = (minutes: number) => (minutes === 24 * 60 ? texts.time.day : texts.time.minutes(minutes));

  const advance = async (minutes: number) => {
    if (moving) return;
    setMoving(true);
    try {
      const answer = await post('/api/clock/advance', { minutes });
      say(answer.ok ? texts.time.moved(name(minutes), answer.fired ?? 0) : answer.refusal.text[texts.language]);
    } catch {
      say(texts.actions.failed);
    }
    setMoving(false);
  };

  return (
    <div className="cp-time">
      <p className="cp-time-now">
        <strong>{texts.time.label}</strong> <time>{current}</time>
      </p>
      <fieldset className="cp-time-steps">
        <legend>{texts.time.hint}</legend>
        {steps.map((minutes) => (
          <button
            key={minutes}
            className="cp-button"
            type="button"
            aria-disabled={moving || undefined}
            onClick={() => void advance(minutes)}
          >
            {name(minutes)}
          </button>
        ))}
      </fieldset>
      <p className="cp-time-said" role="status">
        {said}
      </p>
    </div>
  );
}
