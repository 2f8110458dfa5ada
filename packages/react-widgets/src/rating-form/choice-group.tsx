import { Shape } from '../shape.js';

/** One answer to choose. */
interface Choice {
  readonly text: string;
  readonly chosen: boolean;
  choose(): void;
}

interface ChoiceGroupProps {
  /** Name of the inputs, unlike any other on the page. */
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  /** Any number of answers may be chosen; none must. */
  readonly many?: boolean | undefined;
  /** Said when an answer is missing; part of the legend, so that it is read with the question. */
  readonly error?: string | false | undefined;
  readonly className: string;
}

/** A question with native inputs: one tab stop, arrow keys, and the browser's own semantics. */
export function ChoiceGroup({ name, legend, choices, many, error, className }: ChoiceGroupProps) {
  const asking = !many && { role: 'radiogroup', 'aria-required': true, 'aria-invalid': Boolean(error) };
  return (
    <fieldset className={className} {...asking}>
      <legend className="hk-legend">
        {legend}
        {error && (
          <span className="hk-error">
            <Shape name="warned" />
            {error}
          </span>
        )}
      </legend>
      <div className="hk-choices" data-count={choices.length}>
        {choices.map(({ text, chosen, choose }) => (
          <label className="hk-choice" key={text}>
            <input type={many ? 'checkbox' : 'radio'} name={name} checked={chosen} onChange={choose} />
            <span className="hk-choice-box">
              <Shape name={many ? (chosen ? 'checked' : 'box') : chosen ? 'dot' : 'ring'} />
              {text}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
