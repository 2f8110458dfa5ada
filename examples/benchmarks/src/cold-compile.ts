import { chinaCalendar } from '@hotline-kit/sla-calendar';

// Prints the milliseconds of CPU that a fresh process takes from a document to the first answers in three years.
const before = process.cpuUsage();
const office = chinaCalendar();
for (const year of [2024, 2025, 2026]) office.addWorkingTime(`${year}-06-01T09:00:00+08:00`, { hours: 8 });
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
