/**
 * The shape in which this package writes the snapshot of a ticket. It is raised whenever a field is added to it or
 * changed, at any depth: a snapshot of another shape is folded anew from its log when it is read.
 */
export const SNAPSHOT_SHAPE = 4;
