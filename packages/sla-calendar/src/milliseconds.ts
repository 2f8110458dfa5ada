// The only import of date-fns by the engine: bundles that leave it outside would repeat one for each module.
export { millisecondsInDay, millisecondsInHour, millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants';
