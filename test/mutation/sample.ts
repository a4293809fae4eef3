// A few of many, the same ones for the same seed.

export function sampled<T>(items: readonly T[], count: number, seed: number): T[] {
  const rest = [...items];
  let state = seed >>> 0;
  while (rest.length > count) {
    // Numerical Recipes' generator; the high bits are the good ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    rest.splice(Math.floor((state / 2 ** 32) * rest.length), 1);
  }
  return rest;
}
