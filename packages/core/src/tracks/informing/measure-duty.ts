import type { Duty, Measure, Procedure } from '@hotline-kit/rules';

/** A measure (通报, 约谈) that is due is a duty: the lead unit is addressed, in the time that the procedure gives. */
export function measureDuty({ id, title, term, by, article }: Measure): Duty {
  const [owed] = by ?? [];
  return {
    id,
    title,
    to: ['lead'],
    copy: [],
    ...(owed === undefined ? {} : { by: owed }),
    ...(term === undefined ? {} : { term }),
    waiver: [],
    ...(article === undefined ? {} : { article }),
    basis: 'sample',
  };
}

/** The duties of all measures of a procedure, with whom each lets be told besides. */
export function measureDuties({ supervision }: Procedure): readonly Duty[] {
  return (supervision?.measures ?? []).flatMap((measure) => [measureDuty(measure), ...measure.inform]);
}
