import chineseDays from 'chinese-days';

// Prints what npm chinese-days says of each day of 2007 to 2026. It reads dates in the process time zone, so it is run
// under the one that it means. w and e: worked and free by the week; m and o: worked and free against it.
const marks: string[] = [];
for (let day = Date.UTC(2007, 0, 1); day <= Date.UTC(2026, 11, 31); day += 86_400_000) {
  const date = new Date(day).toISOString().slice(0, 10);
  const weekend = new Date(day).getUTCDay() % 6 === 0;
  const works = chineseDays.isWorkday(date);
  marks.push(works ? (weekend ? 'm' : 'w') : weekend ? 'e' : 'o');
}
process.stdout.write(marks.join(''));
