export { type Activity, activityRows, activitySchema } from './activities/activity.js';
export { type DutyRota, type DutyTurn, dutyActivities, dutyRotaSchema, onDuty } from './activities/duty-rota.js';
export { type AssessOptions, assess, RunningAssessment } from './assessment/assess.js';
export type { Assessment, FiguresBy, MetricFigures } from './assessment/assessment.js';
export type { Board, BoardGroup, Standing } from './assessment/board.js';
export { type CityStanding, type ComparedCity, type Comparison, compareCities } from './assessment/compare.js';
export type { Consequence } from './assessment/consequence.js';
export { type FactRow, hostRow, type WantedFacts } from './assessment/fact-row.js';
export { FactRows } from './assessment/fact-rows.js';
export type { BucketFigure, Change, DeductionFigure, Figure } from './assessment/figure.js';
export { type FigureQuery, openFigure } from './assessment/open-figure.js';
export { spanOf } from './assessment/period.js';
export type { AssessmentScope, Span } from './assessment/scope.js';
export {
  type Cluster,
  type ClusterFinding,
  type ClusterQuery,
  clustersOf,
  packClusters,
} from './projects/cluster.js';
export {
  type ItemProgress,
  type ProjectItem,
  type ProjectProgress,
  projectCall,
  projectProgress,
} from './projects/project.js';
export { batchRow, type SharedBatch, type SharingPlan, shareBatch, sharingPlanSchema } from './sharing/share-batch.js';
export type { SharedField, SharedValue } from './sharing/shared-fields.js';
