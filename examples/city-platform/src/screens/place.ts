import type { TicketView } from '@hotline-kit/core/view';

/** A view whose place is told in words only: where the town's name stands, its code says nothing to people. */
export function withoutDistrictCode(view: TicketView): TicketView {
  const { district, ...named } = view.place;
  return named.street === undefined || district === undefined ? view : { ...view, place: named };
}
