import type { WorkingCalendar } from '@hotline-kit/sla-calendar';
import type { AssessmentPlan } from '../assessment/plan.js';
import type { AssessmentFile } from '../assessment/read-plan.js';
import type { Condition } from '../conditions.js';
import type { Effective } from '../effective.js';
import type { FactDefinition } from '../facts.js';
import type { Procedure } from '../procedure/procedure.js';
import type { ImplementationList } from '../routing/implementation-list.js';
import type { RuleSet } from '../rule-set.js';
import type { FactDeclaration } from '../rule-set-document.js';
import type { EventType } from '../vocabulary/events.js';
import type { Label, Words } from '../vocabulary/label.js';
import type { ClockDefinition } from './clocks.js';
import type { MatterCatalogue } from './matters.js';
import type { TagLibrary } from './tags.js';
import type { UnitTree } from './units.js';

/** The local law of one city, district or town as data, read, checked and compiled. It never changes. */
export interface CityPack {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** SHA-256 over all files and the parent's hash: what a decision refers to. */
  readonly hash: string;
  readonly title: Label;
  readonly effective?: Effective;
  /** The pack that this one inherits from. */
  readonly parent?: CityPack;
  /** Calendars by id, `always` among them. */
  readonly calendars: Readonly<Record<string, WorkingCalendar>>;
  /** The calendar that counts where nothing names another. */
  readonly defaultCalendar: WorkingCalendar;
  readonly units: UnitTree;
  /** Id of the unit that is the hotline centre. */
  readonly hotline?: string;
  /** Id of the unit that receives what no rule and no list routes. */
  readonly fallbackUnit?: string;
  /** What ticket numbers begin with. */
  readonly numbering?: { readonly prefix: string };
  /** What packs that inherit from this one may not override, all that the parents fix included. */
  readonly fixed: ReadonlySet<string>;
  readonly matters: MatterCatalogue;
  /** What tickets are labelled with. */
  readonly tags: TagLibrary;
  readonly implementationList: ImplementationList;
  readonly routing: RuleSet;
  readonly escalation: RuleSet;
  readonly procedure: Procedure;
  readonly clocks: readonly ClockDefinition[];
  /** The clocks that react to an event, whatever they do. */
  readonly clocksByEvent: ReadonlyMap<EventType, readonly ClockDefinition[]>;
  /** What is measured, who is compared, and what follows. */
  readonly assessment: AssessmentPlan;
  /** The same as it stands in the files, for packs that inherit it. */
  readonly assessmentFile: AssessmentFile;
  /** `open311.json` as it stands in the file. */
  readonly open311?: Readonly<Record<string, unknown>>;
  /** Conditions that all files of the pack may name. */
  readonly conditions: Readonly<Record<string, Condition>>;
  /** Channels that a ticket may come by: the known ones, and those of the pack. */
  readonly channels: Words;
  /** Facts that the pack adds to the known ones. */
  readonly facts: Readonly<Record<string, FactDefinition>>;
  /** The same as they are declared, for packs that inherit them. */
  readonly factDeclarations: Readonly<Record<string, FactDeclaration>>;
  /** `SOURCES.md`: where each number comes from. */
  readonly sources: string;
}
