import type { CityPack, ConsequenceAction, ConsequenceDefinition, Label, Role } from '@hotline-kit/rules';
import type { Board, Standing } from './board.js';

/** What follows from a standing: who is praised, warned, named, interviewed or held to account, and on which ground. */
export interface Consequence {
  /** The definition in `assessment.json`. */
  readonly id: string;
  readonly title: Label;
  readonly action: ConsequenceAction;
  readonly board: string;
  readonly group?: string;
  /** Id of the unit, or of the handler. */
  readonly key: string;
  readonly name: Label;
  /** Who gives it, for example the supervision office. */
  readonly office?: string;
  readonly to: readonly Role[];
  readonly text: Label;
  readonly article?: string;
  readonly basis: 'text' | 'sample';
  /** The standing that it follows from. */
  readonly standing: Standing;
}

/** What follows from the boards, in the order of the definitions. */
export function consequencesOf(boards: readonly Board[], { assessment }: CityPack): readonly Consequence[] {
  return assessment.consequences.flatMap((definition) =>
    boards
      .filter(({ id }) => id === definition.board)
      .flatMap((board) =>
        board.groups.flatMap(({ group, standings }) =>
          standings
            .filter((standing) => definition.when(factsOf(standing, board, group, standings.length)))
            .map((standing) => consequenceOf(definition, standing, group)),
        ),
      ),
  );
}

function factsOf(standing: Standing, { by }: Board, group: string | undefined, size: number) {
  const { key, rank, rankFromLast, value, base, list, missedTarget, timesLast, timesBlack, timesMissed } = standing;
  return {
    ...(by === 'handler' ? { handler: key } : { unit: key }),
    ...(group !== undefined && { group }),
    ...{ rank, rankFromLast, value, base, list, missedTarget, timesLast, timesBlack, timesMissed, size },
  };
}

function consequenceOf(
  { id, title, action, board, office, to, text, article, basis }: ConsequenceDefinition,
  standing: Standing,
  group: string | undefined,
): Consequence {
  const { key, name } = standing;
  return {
    ...{ id, title, action, board, key, name, to, text, basis, standing },
    ...(group !== undefined && { group }),
    ...(office !== undefined && { office }),
    ...(article !== undefined && { article }),
  };
}
