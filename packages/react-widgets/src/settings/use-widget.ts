import type { BilingualText } from '@hotline-kit/core/view';
import type { CSSProperties, ReactNode } from 'react';
import type { Messages } from '../messages/messages.js';
import { type OwnSettings, type SettingsWith, useSettings } from './settings.js';
import { useLiveRegion } from './use-live-region.js';

/** What every widget takes beside its own props. */
export interface WidgetProps<Part extends string> extends OwnSettings {
  /** Class names added to parts. */
  readonly classNames?: Readonly<Partial<Record<Part, string>>> | undefined;
}

interface GivenProps extends WidgetProps<string> {
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
}

/** What a widget needs to draw itself. */
export interface Widget<Rest, Texts> {
  readonly settings: SettingsWith<Texts & Readonly<Partial<Messages>>>;
  readonly messages: Widget<Rest, Texts>['settings']['messages'];
  /** Attributes of the outermost element: language, look, class, and all that the host gave. */
  readonly root: Rest & { readonly className: string; readonly style: CSSProperties; readonly lang: string };
  /** Class of a part: `hk-NAME-PART`, and what the host adds to it. */
  part(name: string): string;
  /** A text of the data in the widget's language. */
  text(bilingual: BilingualText): string;
  say(text: string): void;
  /** The widget's own live region, if none is around. */
  readonly region: ReactNode;
}

/** Sorts what a host gave a widget into settings, attributes and class names. */
export function useWidget<Props extends GivenProps, Texts>(
  name: string,
  props: Props,
  texts: Texts,
): Widget<Omit<Omit<Props, keyof OwnSettings>, 'classNames' | 'className' | 'style'>, Texts> {
  const [settings, { classNames, className, style, ...rest }] = useSettings(props, texts);
  const { messages } = settings;
  const { theme, elder, variables } = settings.appearance;
  return {
    settings,
    messages,
    root: {
      ...rest,
      lang: messages.lang,
      'data-theme': theme,
      'data-elder': elder || undefined,
      className: `hk-root hk-${name} ${className ?? ''}`.trim(),
      style: { ...variables, ...style },
    },
    part: (part) => `hk-${name}-${part} ${classNames?.[part] ?? ''}`.trim(),
    text: (bilingual) => bilingual[messages.language],
    ...useLiveRegion(settings),
  };
}
