import { NODE_KINDS, type NodeKind, nodeSchemas } from '../conditions.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { isForbiddenKey, isOfLawfulLength, isRecord, unsafeFaults } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { checkSchema } from '../diagnostic/schema-faults.js';

type Node = Readonly<Record<string, unknown>>;

const ALLOWED_KEYS: Readonly<Record<NodeKind, ReadonlySet<string>>> = {
  all: new Set(Object.keys(nodeSchemas.all.shape)),
  any: new Set(Object.keys(nodeSchemas.any.shape)),
  not: new Set(Object.keys(nodeSchemas.not.shape)),
  condition: new Set(Object.keys(nodeSchemas.condition.shape)),
  fact: new Set(Object.keys(nodeSchemas.fact.shape)),
};

const KINDS: ReadonlySet<string> = new Set(NODE_KINDS);

/** What kind of node a condition is, by the first key that tells; a node that has two such keys is not well formed. */
export function kindOf(node: Node): NodeKind | undefined {
  for (const key in node) if (KINDS.has(key) && Object.hasOwn(node, key)) return key as NodeKind;
  return undefined;
}

/** A quick look at the shape of a node; `shapeFaults` words what it refuses. */
export function isWellFormed(node: Node, kind: NodeKind): boolean {
  const allowed = ALLOWED_KEYS[kind];
  for (const key in node) if (!allowed.has(key)) return false;
  const { name, priority } = node;
  if (name !== undefined && typeof name !== 'string') return false;
  if (priority !== undefined && !(Number.isSafeInteger(priority) && (priority as number) > 0)) return false;
  const telling = node[kind];
  switch (kind) {
    case 'all':
    case 'any':
      return Array.isArray(telling) && telling.length > 0;
    case 'not':
      return isRecord(telling);
    case 'condition':
      return typeof telling === 'string' && telling !== '';
    case 'fact': {
      const { operator, value, path } = node;
      return (
        typeof telling === 'string' &&
        telling !== '' &&
        typeof operator === 'string' &&
        operator !== '' &&
        value !== undefined &&
        value !== null &&
        (typeof value !== 'string' || isOfLawfulLength(value)) &&
        (path === undefined || typeof path === 'string')
      );
    }
  }
}

/** The faults of a node that is not well formed, in words that say how to mend them. */
export function shapeFaults(node: Node, kind: NodeKind | undefined, pointer: string): Fault[] {
  const forbidden = Object.keys(node).find(isForbiddenKey);
  if (forbidden !== undefined) {
    const message = `The key "${forbidden}" is not allowed anywhere in a document.`;
    return [
      {
        code: 'forbiddenKey',
        pointer: join(pointer, forbidden),
        atKey: true,
        value: forbidden,
        message,
        fix: 'Remove or rename it.',
      },
    ];
  }
  if (kind === undefined) {
    return [
      {
        code: 'wrongValue',
        pointer,
        message: 'A condition has one of "all", "any", "not", "condition" and "fact".',
        allowed: NODE_KINDS,
        fix:
          didYouMean(Object.keys(node)[0], NODE_KINDS) ??
          'Write { "fact": …, "operator": …, "value": … } or { "all": [ … ] }.',
      },
    ];
  }
  const second = NODE_KINDS.find((other) => other !== kind && Object.hasOwn(node, other));
  if (second !== undefined) {
    return [
      {
        code: 'ambiguousCondition',
        pointer: join(pointer, second),
        atKey: true,
        value: second,
        message: `"${kind}" and "${second}" stand side by side; json-rules-engine would silently take one of them.`,
        fix: 'Nest one in the other: { "all": [ … ] }.',
      },
    ];
  }
  if (Object.hasOwn(node, 'params')) {
    return [
      {
        code: 'paramsNotSupported',
        pointer: join(pointer, 'params'),
        atKey: true,
        value: 'params',
        message: '"params" belongs to facts computed by functions, which are not decided synchronously.',
        fix: 'Compute the value first and give it as a fact of its own.',
      },
    ];
  }
  const unsafe = kind === 'fact' ? unsafeFaults(node, pointer) : [];
  if (unsafe.length > 0) return unsafe;
  const checked = checkSchema(nodeSchemas[kind], node, pointer);
  return checked.ok ? [] : checked.faults.map((fault) => emptyAsCode(fault, pointer, kind));
}

/** json-rules-engine lets an empty list pass as true: the fault has a code of its own. */
function emptyAsCode(fault: Fault, pointer: string, kind: NodeKind): Fault {
  if ((kind !== 'all' && kind !== 'any') || fault.pointer !== join(pointer, kind) || fault.code !== 'wrongValue') {
    return fault;
  }
  return {
    ...fault,
    code: 'emptyCondition',
    message: `"${kind}" is empty; json-rules-engine would take that for true.`,
    fix: 'List at least one condition, or remove the rule.',
  };
}
