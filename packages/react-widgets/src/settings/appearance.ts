/** A look: `auto` follows the reader's light or dark setting. */
export type Theme = 'gov-blue' | 'gov-red' | 'dark' | 'contrast' | 'auto';

/** A CSS custom property that may be set. */
export type AppearanceVariable =
  | '--hk-color-ink'
  | '--hk-color-ink-second'
  | '--hk-color-surface'
  | '--hk-color-ground'
  | '--hk-color-line'
  | '--hk-color-control'
  | '--hk-color-primary'
  | '--hk-color-primary-soft'
  | '--hk-color-on-primary'
  | '--hk-color-running'
  | '--hk-color-done'
  | '--hk-color-warned'
  | '--hk-color-warned-soft'
  | '--hk-color-breached'
  | '--hk-color-breached-soft'
  | '--hk-color-paused'
  | '--hk-font-family'
  | '--hk-radius';

/** How widgets look, for all of them in `HotlineProvider` or for one as a prop. */
export interface Appearance {
  /** Default `gov-blue`. */
  readonly theme?: Theme | undefined;
  /** Text of 18 px and more, targets of 60 px, for elder readers. Default `false`. */
  readonly elder?: boolean | undefined;
  /** CSS values by custom property; a widget's own take the place of the provider's. */
  readonly variables?: Readonly<Partial<Record<AppearanceVariable, string>>> | undefined;
}
