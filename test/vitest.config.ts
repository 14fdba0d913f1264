import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    exclude: ['test/interop/**', 'test/remote/stores/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/model/terms.ts', 'src/cli.ts', 'src/pack.ts'],
      reporter: ['text', 'json'],
      reportsDirectory: 'coverage',
    },
  },
})
