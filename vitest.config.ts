import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/client/**', 'test/browser/**'],
          globalSetup: ['test/support/database.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'client',
          include: ['test/client/**/*.test.ts'],
          globalSetup: ['test/support/database.setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/database.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What polls every two seconds is waited for longer than that.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'screenshots',
          include: ['test/browser/screenshots.ts'],
          globalSetup: ['test/support/database.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
