import { MisuseError } from './exit-code.js';

const REASONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ['没有这个文件', 'there is no such file'],
  EISDIR: ['这是文件夹', 'it is a folder'],
  ENOTDIR: ['这里不是文件夹', 'here is no folder'],
  EACCES: ['没有读取权限', 'reading it is not permitted'],
  EPERM: ['没有读取权限', 'reading it is not permitted'],
};

/** That a file given to the command cannot be read, and why, in words. */
export function readFailure(path: string, error: unknown): MisuseError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  const [zh, en] = REASONS[code] ?? [message, message];
  return new MisuseError({ zh: `无法读取 ${path}：${zh}`, en: `Cannot read ${path}: ${en}` });
}
