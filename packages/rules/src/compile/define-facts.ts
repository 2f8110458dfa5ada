import type { Fault } from '../diagnostic/diagnostic.js';
import { join } from '../diagnostic/pointer.js';
import { show } from '../diagnostic/schema-faults.js';
import { CLOCK_FACTS, clockFact, type FactDefinition, KNOWN_FACTS } from '../facts.js';
import type { FactDeclaration } from '../rule-set-document.js';
import type { Label } from '../vocabulary/label.js';

/**
 * Turns declared facts into definitions. A known fact may be narrowed (fewer values, a default), but keeps its type:
 * the desk gives it in that type.
 */
export function defineFacts(
  declarations: Readonly<Record<string, FactDeclaration>>,
  into: Map<string, FactDefinition>,
  pointer: string,
): Fault[] {
  const faults: Fault[] = [];
  for (const [name, declaration] of Object.entries(declarations)) {
    const known = knownFact(name);
    const place = join(pointer, name);
    if (known !== undefined && known.type !== declaration.type) {
      faults.push({
        code: 'factType',
        pointer: join(place, 'type'),
        value: declaration.type,
        message: `The fact "${name}" is known, and of type ${known.type}.`,
        fix: `Declare it as ${known.type}, or choose another name.`,
      });
    }
    faults.push(...defaultFaults(declaration, place));
    into.set(name, definition(name, declaration, known));
  }
  return faults;
}

function knownFact(name: string): FactDefinition | undefined {
  if (Object.hasOwn(KNOWN_FACTS, name)) return KNOWN_FACTS[name as keyof typeof KNOWN_FACTS];
  const ofClock = clockFact(name);
  return ofClock && CLOCK_FACTS[ofClock.fact];
}

function definition(name: string, declaration: FactDeclaration, known: FactDefinition | undefined): FactDefinition {
  const values = declaration.enum ?? known?.enum;
  const domain = declaration.tree ?? (declaration.enum === undefined ? known?.domain : undefined);
  const byDefault = declaration.default ?? known?.default;
  const description = declaration.description === undefined ? known?.description : labelOf(declaration.description);
  return {
    type: declaration.type,
    title: declaration.title === undefined ? (known?.title ?? { zh: name, en: name }) : labelOf(declaration.title),
    ...(values !== undefined && { enum: values }),
    ...(domain !== undefined && { domain }),
    ...(byDefault !== undefined && { default: byDefault }),
    ...(description !== undefined && { description }),
  };
}

function defaultFaults(declaration: FactDeclaration, place: string): Fault[] {
  const value = declaration.default;
  if (value === undefined) return [];
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  const pointer = join(place, 'default');
  if (type !== declaration.type) {
    return [
      {
        code: 'factDefault',
        pointer,
        value,
        message: `The default ${show(value)} is no ${declaration.type}.`,
        fix: 'Mend the default, or the type.',
      },
    ];
  }
  const allowed = declaration.enum;
  if (allowed === undefined || allowed.includes(value as string | number)) return [];
  const message = `The default ${show(value)} is none of the values.`;
  return [
    {
      code: 'factDefault',
      pointer,
      value,
      message,
      allowed: allowed.map(String),
      fix: `Allowed are ${allowed.join(', ')}.`,
    },
  ];
}

/** A title as it may stand in a document, in both languages. */
export function labelOf(title: string | { readonly zh: string; readonly en?: string }): Label {
  return typeof title === 'string' ? { zh: title, en: title } : { zh: title.zh, en: title.en ?? title.zh };
}
