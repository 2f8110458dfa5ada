/** The articles on which counting rests, as `explain()` cites them. */
export const law = {
  /** Years, months and days: the starting day is not counted. */
  startingDay: '民法典第二百零一条第一款',
  /** Hours run from the stated hour. */
  hours: '民法典第二百零一条第二款',
  /** Months end on the corresponding day, else on the last day of the month. */
  correspondingDay: '民法典第二百零二条',
  /** A last day that is a day off moves to the day after the days off. */
  lastDayOff: '民法典第二百零三条第一款',
  /** The last day ends at 24:00, or when business stops. */
  endOfLastDay: '民法典第二百零三条第二款',
  /** Other law and agreement prevail over the rules above. */
  otherRule: '民法典第二百零四条',
  /** Limits in working days leave out statutory holidays. */
  workingDays: '行政许可法第八十二条',
} as const;
