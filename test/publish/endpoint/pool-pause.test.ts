/** Threads whose program cannot start. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PoolLimits } from '../../../src/publish/endpoint/limits.ts'
import { openPool } from '../../../src/publish/endpoint/pool.ts'

test('are tried again after a pause, each of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-'))
  const program = join(folder, 'program.cjs')
  writeFileSync(program, 'throw new Error("it cannot start")')
  const told: number[] = []
  const limits = { workers: 2, memoryMb: 1e6, heapMb: 100 } as PoolLimits
  const pool = openPool({ index: {} as never, program, limits, onError: () => told.push(performance.now()) })
  // Two threads, and the one that is started ahead.
  await expect.poll(() => told.length, { timeout: 15_000 }).toBe(6)
  await pool.close()
  rmSync(folder, { recursive: true })
  expect(told[3]! - told[2]!).toBeGreaterThan(900)
})
