/** Who looks and writes in `bench:desk`: an administrator, whose pages show most. */
export const BENCH_PERSON = {
  email: 'bench@example.org',
  name: 'قياس',
  password: 'a measured walk along the harbour',
  locale: 'ar',
  grants: [{ role: 'administrator' }],
} as const;
