export type { ClusterDefinition } from './assessment/cluster-definition.js';
export type {
  CountMetric,
  Deduction,
  HistogramMetric,
  Metric,
  RateMetric,
  Rounding,
  RowFilter,
  ScoreMetric,
  StatisticMetric,
  Target,
} from './assessment/metric.js';
export type {
  AssessmentPlan,
  BoardDefinition,
  ConsequenceDefinition,
  RowPlace,
  RowReader,
} from './assessment/plan.js';
export type { AssessmentFile } from './assessment/read-plan.js';
export {
  CLOCK_SECONDS,
  clockOfSeconds,
  HAPPENED,
  ROW_FACTS,
  ROW_INSTANTS,
  type RowInstant,
} from './assessment/row-facts.js';
export { type Group, STANDING_FACTS } from './assessment/standing-schema.js';
export { Backtest, type BacktestCase, type BacktestOptions, backtest } from './backtest/backtest.js';
export type {
  BacktestReport,
  CaseDecision,
  CaseDifference,
  LeadMove,
  MatterBalance,
  UnitBalance,
} from './backtest/backtest-report.js';
export type { Domains } from './compile/fact-table.js';
export type { CustomOperators } from './compile/operator-table.js';
export type { TableRowName } from './compile/rank-rules.js';
export type { Parents } from './compile/tree.js';
export type { RelatedUnit } from './compile/unit-relation.js';
export { type CompileOptions, compileRuleSet } from './compile-rule-set.js';
export type { Condition, FactReference, RootCondition, TestCondition } from './conditions.js';
export type { DecidedPolicy, Decider } from './decider.js';
export {
  type Decision,
  isOutcome,
  type KnownOutcome,
  type Outcome,
  type OutcomeParams,
  outcomeParams,
} from './decisions.js';
export { CODES } from './diagnostic/codes.js';
export { type Diagnostic, formatDiagnostic } from './diagnostic/diagnostic.js';
export type { Titles } from './diagnostic/nearest.js';
export { chineseOf, type Wording } from './diagnostic/wording.js';
export type { AsyncOptions } from './dynamic/decide-async.js';
export {
  DecisionAbortedError,
  DecisionTimeoutError,
  DynamicFactError,
  FactCycleError,
} from './dynamic/dynamic-fact-error.js';
export type { DynamicFact, DynamicFacts, FactContext } from './dynamic/dynamic-facts.js';
export type { ShadowDifference, ShadowOptions } from './dynamic/shadow.js';
export type { Effective } from './effective.js';
export { engineOperators, toEngineRules } from './engine-rules.js';
export { escalate } from './escalation/escalate.js';
export type { ExplainOptions } from './explain/explain-decision.js';
export type {
  Change,
  CombinationExplanation,
  ConditionExplanation,
  Explanation,
  RuleExplanation,
  RuleStatus,
  TestExplanation,
} from './explain/explanation.js';
export type { ValueNames } from './explain/words.js';
export {
  CLOCK_FACTS,
  type ClockFact,
  clockFact,
  type FactDefinition,
  type FactDomain,
  type Facts,
  type FactType,
  KNOWN_FACTS,
  type KnownFact,
  type TicketFacts,
} from './facts.js';
export { type JsonSchema, packSchemas } from './json-schema/pack-schemas.js';
export { type LintedPack, lintCityPack } from './lint-city-pack.js';
export { lintRuleSet } from './lint-rule-set.js';
export { NotUniqueError } from './not-unique-error.js';
export type { OperatorTest } from './operator-tests.js';
export {
  ADDED_OPERATORS,
  type AddedOperatorName,
  DECORATORS,
  type DecoratorName,
  OPERATORS,
  type OperatorDecorator,
  type OperatorName,
  type RuleOperator,
} from './operators.js';
export { type Choice, choose, type FactTest } from './pack/choice.js';
export type { CityPack } from './pack/city-pack.js';
export type { ClockDefinition, MilestoneReaction } from './pack/clocks.js';
export type { Manifest } from './pack/manifest.js';
export type { Matter, MatterCatalogue } from './pack/matters.js';
export { packContext } from './pack/pack-context.js';
export { PackError } from './pack/pack-error.js';
export { PACK_FILES, type PackFile } from './pack/pack-files.js';
export { type ParseOptions, parseCityPack } from './pack/parse-pack.js';
export type { Tag, TagLibrary } from './pack/tags.js';
export type { Unit, UnitTree } from './pack/units.js';
export type { PortableComparison, PortablePeriod, PortableRuleSet } from './portable-rule-set.js';
export { articlesOf } from './procedure/articles.js';
export type { Consequence } from './procedure/consequence.js';
export type { Duty, DutyWaiver } from './procedure/duty.js';
export type { EmergencyLine } from './procedure/emergency-line.js';
export type { EvidenceChoice, EvidenceKind } from './procedure/evidence.js';
export type { FieldTitles } from './procedure/field-titles.js';
export type { Ground } from './procedure/ground.js';
export type { CommandData } from './procedure/guards/asked.js';
export {
  type ChosenLimit,
  chooseLimit,
  extensionClosesAt,
  type LimitCandidates,
  type LimitOrigin,
  type LimitStart,
  underCeiling,
} from './procedure/handling-limit.js';
export {
  approversOf,
  isBeyondLimit,
  limitOf,
  type RedispatchLimits,
  type RedispatchMode,
  redispatchLimits,
  replyKind,
  rolesFor,
  windowOf,
} from './procedure/limits.js';
export type { Milestone } from './procedure/milestone.js';
export { namedData } from './procedure/named-data.js';
export {
  confidentialOn,
  type DueOversight,
  nextStage,
  oversightDue,
  type StagedSection,
  stagedSectionOf,
  stagesOf,
} from './procedure/path.js';
export { permit } from './procedure/permit.js';
export type { Permission, Problem } from './procedure/problem.js';
export type { ProblemCode } from './procedure/problem-code.js';
export type { CommandRule, Procedure, ProcedureSection } from './procedure/procedure.js';
export type { Prohibition } from './procedure/prohibition.js';
export type { Rate } from './procedure/rate.js';
export { type RateHistory, rateReached } from './procedure/rate-reached.js';
export type { ReceivingLevel } from './procedure/receiving-level.js';
export type { ReplyEffect, ReplyKind } from './procedure/reply-kind.js';
export { COMMON_SETTINGS, type Section } from './procedure/section.js';
export { SECTIONS, type SectionName } from './procedure/section-table.js';
export type { Setting } from './procedure/setting.js';
export type { Stage } from './procedure/stage.js';
export type { Measure, SupervisionLevelRule } from './procedure/supervision-level.js';
export type { PreferredUnit, UnitReference } from './procedure/unit-preference.js';
export {
  consequencesOf,
  type DutyFulfilment,
  dutiesOf,
  dutiesOfSection,
  dutyProblems,
  groundOf,
} from './procedure/what-follows.js';
export { explainRoute, type NamedUnit, type RouteElsewhere, type RouteExplanation } from './routing/explain-route.js';
export type { ImplementationList } from './routing/implementation-list.js';
export type { ListRow } from './routing/list-row.js';
export { commonSuperior, firstCompetent, preferredUnits, type TicketParties } from './routing/preferred-units.js';
export { NoRouteError, type Route, routeTicket } from './routing/route.js';
export type { Rule, RuleTest } from './rule.js';
export { RuleFactError } from './rule-fact-error.js';
export type { RuleSet } from './rule-set.js';
export {
  type FactDeclaration,
  HIT_POLICIES,
  type HitPolicy,
  type OutcomeDeclaration,
  type RuleSetDocument,
  type RuleSetEnvelope,
} from './rule-set-document.js';
export { RuleSetError } from './rule-set-error.js';
export type { RuleTable, TableCell, TableColumn } from './table/table-document.js';
export type { TableSource } from './table/table-rows.js';
export { type TermCalendars, type TermSetting, termOperators } from './term-operators.js';
export { type PackTestReport, testCityPack } from './test-city-pack.js';
export {
  CLUSTER_DIMENSIONS,
  type ClusterDimension,
  CONSEQUENCE_ACTIONS,
  type ConsequenceAction,
  DIMENSIONS,
  type Dimension,
  METRIC_KINDS,
  type MetricKind,
} from './vocabulary/assessment.js';
export { CLOCK_NAMES, CLOCK_STATES, type ClockName, type ClockState } from './vocabulary/clocks.js';
export { COMMANDS, type CommandName } from './vocabulary/commands.js';
export { ENQUIRY_PARTS, type EnquiryPart } from './vocabulary/enquiry.js';
export {
  CLOCK_EVENT_TYPES,
  type ClockEventType,
  EVENT_TYPES,
  type EventType,
  TICKET_EVENT_TYPES,
  type TicketEventType,
} from './vocabulary/events.js';
export { HIDEABLE_PARTS, type HideablePart } from './vocabulary/hideable.js';
export {
  CHANNELS,
  type Channel,
  SOLVED_ANSWERS,
  type SolvedAnswer,
  TICKET_TYPES,
  type TicketType,
} from './vocabulary/intake.js';
export { isWord, type Label, type Words, wordsOf } from './vocabulary/label.js';
export { OUTCOME_TYPES, type OutcomeType } from './vocabulary/outcomes.js';
export { RECIPIENTS, type Recipient } from './vocabulary/recipients.js';
export { ROLES, type Role } from './vocabulary/roles.js';
export {
  SUPERVISION_LEVELS,
  type SupervisionLevel,
  TICKET_STATES,
  TICKET_TRACKS,
  type TicketState,
  type TicketTrack,
} from './vocabulary/states.js';
export { TAG_KINDS, type TagKind } from './vocabulary/tags.js';
export { UNIT_KINDS, type UnitKind } from './vocabulary/units.js';
