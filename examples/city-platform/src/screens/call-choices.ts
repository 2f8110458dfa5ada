import { type CityPack, type Label, TICKET_TYPES } from '@hotline-kit/rules';

/** What an agent chooses from when taking a call. */
export interface CallChoices {
  readonly types: readonly { readonly id: string; readonly title: Label }[];
  readonly matters: readonly { readonly theme: string; readonly matters: readonly { code: string; name: string }[] }[];
  /** Towns, streets and parks, by the code that the fact `district` takes. */
  readonly towns: readonly { readonly district: string; readonly name: Label }[];
}

/** The choices that the city's pack offers. */
export function callChoices({ matters, units }: CityPack): CallChoices {
  const themes = matters.all.filter(({ parent }) => parent === undefined);
  return {
    types: Object.entries(TICKET_TYPES).map(([id, title]) => ({ id, title })),
    matters: themes.map((theme) => {
      const below = matters.all.filter(({ parent }) => parent === theme.code);
      const offered = below.length === 0 ? [theme] : below;
      return { theme: theme.name, matters: offered.map(({ code, name }) => ({ code, name })) };
    }),
    towns: units.all.flatMap(({ kind, district, name }) =>
      district !== undefined && (kind === 'street' || kind === 'park') ? [{ district, name }] : [],
    ),
  };
}
