// Written by holidays/pack.mjs from the notices in that folder; edit those.

/** Names of holidays; a letter in the table is a place in this list. */
export const holidayNames =
  '元旦 春节 五一 十一 清明节 五一国际劳动节 端午节 中秋节 国庆节 劳动节 国庆节、中秋节 中秋节、国庆节 抗日战争暨世界反法西斯战争胜利70周年纪念日'.split(
    ' ',
  );

/**
 * A line for each year: the year, the number of its notice (of the year before) or its source, its status, its papers,
 * statutory days, and holidays: name, first day, counted from 1 December before, and length, in base 36, then a capital
 * for each make-up workday: M is the first day off, L the day before it, N the one after.
 * Then what a later notice changed: its number, its date, what it says, and the days that it adds.
 */
export const packedYears = `2007 49 verified 2008-03/28:1761 10 a0v3KLb277LTc477JKd8g7KL
2008 国务院办公厅关于2008年部分节假日安排的通知 numberNotSeen 2008-03/28:1645 11 a0t3Lb1v7IJe3h3f483Pg593h7z3i8f7KL
2009 国务院办公厅关于2009年部分节假日安排的通知 numberNotSeen 2008-12/10:1572 11 a0v3Pb1j7LTe3g3j473g4y3Pk8g8IV
2010 27 verified 2009-12/08:1476 11 a0v3b227TUe3f3j473g5f3KLh873JPi8g7HU
2011 40 verified 2010-12/10:1423 11 a0v3b1r7JWe3f3Lj463g553h7v3i8g7TU
2012 45 verified 2011-12/06:1411 11 a0v3Lb1g7LTe3f3KLj463Lg5o3l8g8L
2013 33 verified 2012-12/10:1353 11 a0v3QRb1y7TUe3g3Pj453KLg5b3KLh843Pi8g7KX
2014 28 verified 2014-01/02:1194 11 a0v1b1p7HUe3h1e3j1j473Pg531h7t1i8g7JW
2015 28 verified 2014-12/16:9302,2015-05/13:9742 11 a0v3Pb277JWe3h2j471g5l1g5n1m7o3Ph8c1i8g7V 国发明电〔2015〕1号 2015-05-13 9月3日至5日放假，9月6日（星期日）上班 1
2016 18 verified 2015-12/10:10394 11 a0v1b1w7LTe3h1j482g5b3Ph813Pi8h7TU
2017 17 verified 2016-12/01:5141603 11 a0v2b1l7HUe3e3Lj471g4y3Ll8g8L
2018 12 verified 2017-11/30:5243579 11 a0v1b247IVe3h3Pj453Lg5j1h891i8g7KL
2019 15 numberUnverified 2018-12/06:5346276,2019-03/22:5375877 11 a0t3Lb1t7KLe3h1j474JQg581h7y1i8g7KX 国办发明电〔2019〕3号 2019-03-22 5月1日至4日放假，4月28日、5月5日（星期日）上班 0
2020 16 verified 2019-11/21:5454164,2020-01/27:5472352 11 a0v1b1iaHe3h3j485HUg5r3Pk8h8IV 国办发明电〔2020〕1号 2020-01-26 春节假期延长至2月2日，2月1日不再上班 2
2021 27 numberUnverified 2020-11/25:5564127 11 a0v3b207IVe3f3j475GTg5d3h843Li8g7HU
2022 11 verified 2021-10/25:5644835 11 a0v3b1p7KLe3f3Lj465GTg543h7v3i8g7TU
2023 16 verified 2022-12/08:5730844 11 a0u3b1f7TUe3h1j455GTg5n3Pl8e8UV
2024 7 numberUnverified 202310:6911528 11 a0v1b1z8GUe3h3Pj485JWg5c1h813Li8h7KX
2025 12 numberUnverified 202411:6986383 13 a0v1b1m8KXe3g3j475Ig513k8g8JW
2026 7 verified 202511:7047091 13 a0v3Pb249LZe3g3j475Ug5k3h8a3i8g7BV`;
