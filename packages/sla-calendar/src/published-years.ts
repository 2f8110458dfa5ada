import year2007 from '../holidays/2007.json' with { type: 'json' };
import year2008 from '../holidays/2008.json' with { type: 'json' };
import year2009 from '../holidays/2009.json' with { type: 'json' };
import year2010 from '../holidays/2010.json' with { type: 'json' };
import year2011 from '../holidays/2011.json' with { type: 'json' };
import year2012 from '../holidays/2012.json' with { type: 'json' };
import year2013 from '../holidays/2013.json' with { type: 'json' };
import year2014 from '../holidays/2014.json' with { type: 'json' };
import year2015 from '../holidays/2015.json' with { type: 'json' };
import year2016 from '../holidays/2016.json' with { type: 'json' };
import year2017 from '../holidays/2017.json' with { type: 'json' };
import year2018 from '../holidays/2018.json' with { type: 'json' };
import year2019 from '../holidays/2019.json' with { type: 'json' };
import year2020 from '../holidays/2020.json' with { type: 'json' };
import year2021 from '../holidays/2021.json' with { type: 'json' };
import year2022 from '../holidays/2022.json' with { type: 'json' };
import year2023 from '../holidays/2023.json' with { type: 'json' };
import year2024 from '../holidays/2024.json' with { type: 'json' };
import year2025 from '../holidays/2025.json' with { type: 'json' };
import year2026 from '../holidays/2026.json' with { type: 'json' };
import type { HolidayYear } from './holiday-year.js';

/**
 * The national arrangement of 2007 to 2026, one table for each State Council notice. Years after the last notice are
 * not here and are never guessed. Frozen, since every calendar shares them.
 */
export const publishedYears: readonly HolidayYear[] = Object.freeze([
  year2007,
  year2008,
  year2009,
  year2010,
  year2011,
  year2012,
  year2013,
  year2014,
  year2015,
  year2016,
  year2017,
  year2018,
  year2019,
  year2020,
  year2021,
  year2022,
  year2023,
  year2024,
  year2025,
  year2026,
]) as readonly HolidayYear[];
