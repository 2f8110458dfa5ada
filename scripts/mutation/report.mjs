import { basename } from 'node:path';

/** One surviving mutant. */
export function wordsOf({ file, line, text, mutator, replacement }) {
  return `survived ${basename(file)}:${line} ${mutator} → ${replacement}   | ${text}`;
}

/**
 * Prints the score of each file, with what survived there, and of all; whether all is as it must be.
 * @param all how many mutants there are; fewer may have been measured
 * @param config.goal the least score in percent
 */
export function print(mutants, all, { goal }) {
  const files = Map.groupBy?.(mutants, ({ file }) => file) ?? grouped(mutants);
  let killed = 0;
  let unseen = false;
  for (const [file, list] of [...files].sort()) {
    const survivors = list.filter(({ killedBy }) => killedBy === undefined);
    const dead = list.length - survivors.length;
    killed += dead;
    console.log(`${percent(dead, list.length).padStart(7)}  ${dead}/${list.length}  ${basename(file)}`);
    for (const mutant of survivors) console.log(`    ${wordsOf(mutant)}`);
    // Where no mutant of a file is killed, the tests do not see the mutated source.
    unseen ||= dead === 0;
  }
  const score = percent(killed, mutants.length);
  const sample = mutants.length < all ? `, a random sample of ${all}` : '';
  console.log(`\n${score} of ${mutants.length} mutants killed${sample}; goal ${goal} %`);
  return !unseen && (100 * killed) / mutants.length >= goal;
}

function grouped(mutants) {
  const files = new Map();
  for (const mutant of mutants) files.set(mutant.file, [...(files.get(mutant.file) ?? []), mutant]);
  return files;
}

function percent(part, whole) {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
