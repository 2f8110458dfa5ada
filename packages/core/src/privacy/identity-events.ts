/** Who looked at the record of the caller, and who erased it. The record itself never stands in the log. */
export interface IdentityEvents {
  'caller.read': { readonly reason?: string };
  'caller.erased': { readonly reason?: string };
}
