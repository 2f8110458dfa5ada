import type { Desk, Ticket } from '@hotline-kit/core';

/** Every ticket of the desk, page by page. */
export async function* allTickets(desk: Desk): AsyncGenerator<Ticket> {
  let after: string | undefined;
  for (;;) {
    const page = await desk.find({ limit: 100, ...(after === undefined ? {} : { after }) });
    yield* page;
    after = page.at(-1)?.id;
    if (page.length < 100) return;
  }
}

/** The ticket with this number whose caller's phone ends in these digits. */
export async function lookUp(desk: Desk, number: string, lastFour: string): Promise<string | undefined> {
  for await (const ticket of allTickets(desk)) {
    if (ticket.number !== number) continue;
    const phone = (await desk.caller(ticket.id))?.phone;
    return phone?.endsWith(lastFour) ? ticket.id : undefined;
  }
  return undefined;
}
