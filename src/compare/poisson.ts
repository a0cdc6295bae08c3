/**
 * Poisson's tails and exact limits, by the incomplete gamma function: a count of at most `count`, where `expected` are
 * expected, has the chance Q(count + 1, expected). So it is known between whole counts too, which makes limits smooth.
 */

/** Takes a count and how many are expected; gives the chance of that count or fewer. The count need not be whole. */
export function chanceOfAtMost(count: number, expected: number): number {
  return upperGamma(count + 1, expected);
}

/** Takes a count above 0 and how many are expected; gives the chance of that count or more. The count need not be whole. */
export function chanceOfAtLeast(count: number, expected: number): number {
  return lowerGamma(count, expected);
}

/** Takes a count and the chance left in each tail; gives between what the number expected lies: the exact (chi-squared) limits. */
export function poissonLimits(count: number, tail: number): { low: number; high: number } {
  const reach = Math.sqrt(count + 1) + 1;
  const low = (expected: number) => likeSigmas(chanceOfAtLeast(count, expected), tail);
  const high = (expected: number) => likeSigmas(chanceOfAtMost(count, expected), tail);
  return {
    low: count === 0 ? 0 : crossing(low, count, count - reach),
    high: count === 0 ? -Math.log(tail) : crossing(high, count + 1, count + 1 + reach),
  };
}

/**
 * Takes how many are expected and the chance left in each tail; gives the counts between which chance alone keeps: those whose own
 * exact limits just touch what is expected. Source: OHID's funnel plots of rates.
 */
export function countsExpected(expected: number, tail: number): { low: number; high: number } {
  if (expected <= 0) return { low: 0, high: 0 };
  const reach = Math.sqrt(expected) + 1;
  const low = (count: number) => likeSigmas(chanceOfAtMost(count, expected), tail);
  const high = (count: number) => likeSigmas(chanceOfAtLeast(count, expected), tail);
  return {
    low: Math.exp(-expected) >= tail ? 0 : crossing(low, expected, expected - reach),
    high: crossing(high, expected, expected + reach),
  };
}

/** Bends a tail's chance so that it is nearly straight in what is looked for; nought where it is the tail wanted. */
function likeSigmas(chance: number, tail: number): number {
  const bent = (share: number) => Math.sqrt(-2 * Math.log(Math.min(1, Math.max(share, 1e-300))));
  return bent(chance) - bent(tail);
}

const STEPS = 200;
const EXACT = 1e-14;

/** Where a function that rises or falls all the way, and is not known below nought, is nought: looked for from one place towards another. */
function crossing(at: (place: number) => number, from: number, towards: number): number {
  let [near, far] = [Math.max(from, 0), Math.max(towards, 0)];
  let [atNear, atFar] = [at(near), at(far)];
  for (let step = 0; atNear * atFar > 0 && step < STEPS; step++) {
    const next = Math.max(0, far + 2 * (far - near));
    [near, atNear, far] = [far, atFar, next];
    atFar = at(far);
  }
  for (let step = 0; step < STEPS; step++) {
    const next = far - (atFar * (far - near)) / (atFar - atNear);
    const atNext = at(next);
    if (atNext === 0 || Math.abs(next - far) <= EXACT * next) return next;
    // What lies on the same side twice is made lighter, or the search would creep (Anderson and Björck's rule).
    if (atNext * atFar < 0) [near, atNear] = [far, atFar];
    else atNear *= lighter(1 - atNext / atFar);
    [far, atFar] = [next, atNext];
  }
  return far;
}

function lighter(share: number): number {
  return share > 0 ? share : 0.5;
}

/** P(a, x) for a above 0. */
function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? density(a, x) * series(a, x) : 1 - density(a, x) * fraction(a, x);
}

/** Q(a, x) for a above 0. */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - density(a, x) * series(a, x) : density(a, x) * fraction(a, x);
}

/** 1 + x / (a + 1) + x² / (a + 1)(a + 2) …: quick where x is not much above a. */
function series(a: number, x: number): number {
  let [term, sum] = [1, 1];
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Γ(a + 1, x) over its density, by Legendre's continued fraction as Lentz reads one: quick where x is not much below a. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < 1e6; n++) {
    const top = n * (a - n);
    b += 2;
    d = 1 / (b + top * d);
    c = b + top / c;
    const change = c * d;
    product *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return product * a;
}

/** x^a e^-x / Γ(a + 1). Written around a, so that nothing large is taken from anything large. */
function density(a: number, x: number): number {
  if (a < 12) return (density(a + 1, x) * (a + 1)) / x;
  const stirling = 1 / (12 * a) - 1 / (360 * a ** 3) + 1 / (1260 * a ** 5) - 1 / (1680 * a ** 7);
  return Math.exp(-a * off((x - a) / a) - stirling) / Math.sqrt(2 * Math.PI * a);
}

/** u − ln(1 + u), of which little is left where u is small: there it is added up. */
function off(u: number): number {
  if (Math.abs(u) > 0.1) return u - Math.log1p(u);
  let [power, sum] = [u * u, 0];
  for (let n = 2; Math.abs(power) > 1e-20 * Math.abs(u * u); n++) {
    sum += (n % 2 === 0 ? power : -power) / n;
    power *= u;
  }
  return sum;
}
