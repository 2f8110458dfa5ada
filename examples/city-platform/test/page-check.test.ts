import { startPlatform } from '@hotline-kit/example-city-platform';
import { checkPages } from '@hotline-kit/example-city-platform/page-check';
import { expect, test } from 'vitest';

test.each(['zh', 'en'] as const)(
  '--no-serve: every page and endpoint answers as it should, in %s',
  async (language) => {
    const platform = await startPlatform({ port: 0, language });
    try {
      const checked = await checkPages(platform.url, language);
      expect(checked.filter(({ problem }) => problem !== undefined)).toEqual([]);
    } finally {
      await platform.close();
    }
  },
);

test('a page that lacks its text is found out', async () => {
  const platform = await startPlatform({ port: 0, language: 'en' });
  try {
    const problems = (await checkPages(platform.url, 'zh')).filter(({ problem }) => problem !== undefined);
    expect(problems[0]?.problem).toContain('lacks "该谁办"');
  } finally {
    await platform.close();
  }
});
