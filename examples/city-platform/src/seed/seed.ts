import type { Desk, DeskCommand } from '@hotline-kit/core';
import { runDueUntil } from '../time/run-due.js';
import type { Story } from './story.js';

/** A story that the city's law does not let happen: the pack and the stories no longer agree. */
class StoryRefusedError extends Error {
  override readonly name = 'StoryRefusedError';
  readonly code = 'storyRefused';
}

/**
 * Lets the stories happen: every command is really given, by its people, in the order of time, and the clocks fire
 * in between.
 * @param until epoch milliseconds at which the demo begins
 * @throws StoryRefusedError
 */
export async function seed(desk: Desk, stories: readonly Story[], until: number): Promise<void> {
  const commands = stories.flatMap(commandsOf).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  let before = Date.parse(commands[0]?.at ?? '') || until;
  for (const command of commands) {
    const at = Date.parse(command.at);
    await runDueUntil(desk, before, at);
    before = at;
    const result = await desk.execute(command);
    if (result.ok) continue;
    const { code, text } = result.refusal;
    throw new StoryRefusedError(`${command.ticket} ${command.at} ${command.type}: [${code}] ${text.zh} ${text.en}`);
  }
  await runDueUntil(desk, before, until);
}

function commandsOf({ id, call, registered, steps }: Story): readonly (DeskCommand & { readonly at: string })[] {
  const later = steps.map((step, index) => ({ ...step, ticket: id, id: `${id}-${index + 1}` }));
  return [{ type: 'register', data: call, ticket: id, id, ...registered }, ...later];
}
