import fc from 'fast-check'

/**
 * Pull requests run every law from one fixed seed, so a red build is red for everyone;
 * the nightly run sets ENGRAM_SEED and a larger ENGRAM_RUNS.
 */
fc.configureGlobal({
  seed: Number(process.env['ENGRAM_SEED'] ?? 20_260_101),
  numRuns: Number(process.env['ENGRAM_RUNS'] ?? 200),
})
