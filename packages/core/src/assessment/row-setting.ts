import { type AssessmentPlan, type CityPack, clockOfSeconds } from '@hotline-kit/rules';
import type { WorkingCalendar } from '@hotline-kit/sla-calendar';

/** What all rows of one city share. */
export class RowSetting {
  readonly pack: CityPack;
  /** The clocks whose running time is counted, each with the calendar that it runs by. */
  readonly timed: ReadonlyMap<string, WorkingCalendar>;
  readonly #themes = new Map<string, string>();

  /** @param plan what the rows are for: it says which running times are counted */
  constructor(pack: CityPack, plan: AssessmentPlan) {
    this.pack = pack;
    const asked = new Set([...plan.facts].flatMap((fact) => clockOfSeconds(fact) ?? []));
    this.timed = new Map(
      pack.clocks
        .filter(({ id }) => asked.has(id))
        .map(({ id, calendar }) => [id, calendar ?? pack.defaultCalendar] as const),
    );
  }

  /** The widest matter above a ticket's, or the matter itself. */
  themeOf(matter: string | null): string | undefined {
    if (matter === null) return undefined;
    let theme = this.#themes.get(matter);
    if (theme === undefined) {
      theme = this.pack.matters.ancestors(matter).at(-1)?.code ?? matter;
      this.#themes.set(matter, theme);
    }
    return theme;
  }
}
