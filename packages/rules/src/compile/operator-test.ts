import { type OperatorTest, TESTS, WRAPS } from '../operator-tests.js';

/** The test of an operator's name, decorators before it; nothing where there is no such operator. */
export function operatorTest(name: string, custom: Readonly<Record<string, OperatorTest>>): OperatorTest | undefined {
  if (Object.hasOwn(custom, name)) return custom[name];
  if (Object.hasOwn(TESTS, name)) return TESTS[name as keyof typeof TESTS];
  const colon = name.indexOf(':');
  const decorator = name.slice(0, Math.max(0, colon));
  if (!Object.hasOwn(WRAPS, decorator)) return undefined;
  const inner = operatorTest(name.slice(colon + 1), custom);
  return inner && WRAPS[decorator as keyof typeof WRAPS](inner);
}
