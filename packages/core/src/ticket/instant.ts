/** ISO text in UTC, to the millisecond. */
export type IsoInstant = string;
