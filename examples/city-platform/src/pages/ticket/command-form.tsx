import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { ChoiceField } from '../choice-field.js';
import { useHost } from '../host.js';
import { dataOf, type Field, initialValues, isAsked } from './command-fields.js';

interface CommandFormProps {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly sending: boolean;
  readonly onSubmit: (data: Record<string, unknown>) => void;
  readonly onCancel: () => void;
}

/** What a command needs to know, with sensible answers filled in. */
export function CommandForm({ title, fields, sending, onSubmit, onCancel }: CommandFormProps) {
  const { actions } = useHost().texts;
  const [values, setValues] = useState(() => initialValues(fields));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(dataOf(fields, values));
  };
  return (
    <form ref={form} className="cp-form cp-inset" onSubmit={submit} aria-label={title}>
      {fields
        .filter((field) => isAsked(field, values))
        .map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
      <div className="cp-buttons">
        <button className="cp-button" data-kind="primary" type="submit" aria-disabled={sending || undefined}>
          {sending ? actions.sending : actions.submit(title)}
        </button>
        <button className="cp-button" type="button" onClick={onCancel}>
          {actions.cancel}
        </button>
      </div>
    </form>
  );
}

interface FieldInputProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FieldInput({ field, value, onChange }: FieldInputProps) {
  const { texts } = useHost();
  const { name, kind, options = [], optional } = field;
  const words = texts.fields[field.label];
  const label = optional ? texts.actions.optional(words) : words;
  const id = useId();
  const common = { id, className: 'cp-input', name, required: !optional, value };
  if (kind === 'choice') {
    return <ChoiceField name={name} label={label} options={options} value={value} onChange={onChange} />;
  }
  return (
    <div className="cp-field">
      <label htmlFor={id}>{label}</label>
      {kind === 'select' ? (
        <select {...common} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      ) : kind === 'area' ? (
        <textarea {...common} rows={3} maxLength={4000} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...common} maxLength={500} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}
