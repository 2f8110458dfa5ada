import type { CallRecord } from './call-record.js';

/**
 * Whether one applicant may speak for all: nobody else applies, or all others are represented by them, and none of them
 * has said no. One of several representatives does not speak for the others.
 */
export function speaksForAll(id: string, { applicant, applicants }: CallRecord): boolean {
  const isSpeaker = applicants.some((each) => each.id === id && each.representative === true);
  const isRepresented = ({ representative, representedBy, consent }: (typeof applicants)[number]) =>
    consent !== false && (representedBy === undefined ? isSpeaker && representative !== true : representedBy === id);
  const isListed = applicants.some((each) => each.id === applicant);
  const firstIsAnother = applicant !== null && applicant !== id && !isListed;
  return applicants.every((each) => each.id === id || isRepresented(each)) && (!firstIsAnother || isSpeaker);
}
