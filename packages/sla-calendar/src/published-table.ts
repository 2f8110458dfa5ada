// Written by holidays/pack.mjs from the notices in that folder; edit those.

/** Names of holidays; a letter in the table is a place in this list. */
export const holidayNames =
  '元旦 春节 五一 十一 清明节 五一国际劳动节 端午节 中秋节 国庆节 劳动节 国庆节、中秋节 中秋节、国庆节 抗日战争暨世界反法西斯战争胜利70周年纪念日'.split(
    ' ',
  );

/**
 * A line for each year: the year, the number of its notice (of the year before) or its source, its status, its papers,
 * statutory days, days off (name, day, length), make-up workdays (name, day). Days count from 1 December before, base 36.
 * Then what a later notice changed: its number, its date, what it says, and the days that it adds.
 */
export const packedYears = `2007 49 v 2008-03/28:1761 10 a0v3b277c477d8g7 a0ta0ub26b2ec44c45d8ed8f
2008 国务院办公厅关于2008年部分节假日安排的通知 n 2008-03/28:1645 11 a0t3b1v7e3h3f483g593h7z3i8f7 a0sb1rb1sf4bi8di8e
2009 国务院办公厅关于2009年部分节假日安排的通知 n 2008-12/10:1572 11 a0v3b1j7e3g3j473g4y3k8g8 a0yb1ib1qg51k8ck8p
2010 27 v 2009-12/08:1476 11 a0v3b227e3f3j473g5f3h873i8g7 b29b2ag5dg5eh84h8ai8bi8o
2011 40 v 2010-12/10:1423 11 a0v3b1r7e3f3j463g553h7v3i8g7 b1ob21e3ei8ni8o
2012 45 v 2011-12/06:1411 11 a0v3b1g7e3f3j463g5o3l8g8 a0ub1fb1ne3de3ej45l8f
2013 33 v 2012-12/10:1353 11 a0v3b1y7e3g3j453g5b3h843i8g7 a0za10b25b26e3jj43j44g59g5ah87i8ei8r
2014 28 v 2014-01/02:1194 11 a0v1b1p7e3h1e3j1j473g531h7t1i8g7 b1kb1xj4ai8di8q
2015 28 v 2014-12/16:9302,2015-05/13:9742 11 a0v3b277e3h2j471g5l1g5n1m7o3h8c1i8g7 a0yb24b2hm7ri8p 国发明电〔2015〕1号 2015-05-13 9月3日至5日放假，9月6日（星期日）上班 1
2016 18 v 2015-12/10:10394 11 a0v1b1w7e3h1j482g5b3h813i8h7 b1vb23g5eh84i8oi8p
2017 17 v 2016-12/01:5141603 11 a0v2b1l7e3e3j471g4y3l8g8 b1gb1te3dg4xl8f
2018 12 v 2017-11/30:5243579 11 a0v1b247e3h3j453g5j1h891i8g7 b20b2de3kj44i8ei8f
2019 15 u 2018-12/06:5346276,2019-03/22:5375877 11 a0t3b1t7e3h1j474g581h7y1i8g7 a0sb1rb1sj44j4bi8ei8r 国办发明电〔2019〕3号 2019-03-22 5月1日至4日放假，4月28日、5月5日（星期日）上班 0
2020 16 v 2019-11/21:5454164,2020-01/27:5472352 11 a0v1b1iae3h3j485g5r3k8h8 b1dj43j4gg5uk8dk8q 国办发明电〔2020〕1号 2020-01-26 春节假期延长至2月2日，2月1日不再上班 2
2021 27 u 2020-11/25:5564127 11 a0v3b207e3f3j475g5d3h843i8g7 b1wb29j41j4eh83i8bi8o
2022 11 v 2021-10/25:5644835 11 a0v3b1p7e3f3j465g543h7v3i8g7 b1nb1oe3ej40j4di8ni8o
2023 16 v 2022-12/08:5730844 11 a0u3b1f7e3h1j455g5n3l8e8 b1mb1nj3zj4cg5ql8ml8n
2024 7 u 202310:6911528 11 a0v1b1z8e3h3j485g5c1h813i8h7 b1tb27e3kj45j4ih80i8fi8s
2025 12 u 202411:6986383 13 a0v1b1m8e3g3j475g513k8g8 b1kb1xj43k8dk8q
2026 7 v 202511:7047091 13 a0v3b249e3g3j475g5k3h8a3i8g7 a0yb23b2hj4fi85i8p`;
