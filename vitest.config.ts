import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Nothing here depends on time; the limit only ends what hangs, on a machine that may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
