/** A distribution by its quantiles at equal steps from 0 to 1, linear between them. */
export class JumpSizes {
  readonly mean: number;
  readonly meanSquare: number;

  constructor(private readonly quantiles: readonly number[]) {
    let sum = 0;
    let squares = 0;
    for (let i = 1; i < quantiles.length; i++) {
      const [a, b] = [quantiles[i - 1], quantiles[i]];
      sum += (a + b) / 2;
      squares += (a * a + a * b + b * b) / 3;
    }
    this.mean = sum / (quantiles.length - 1);
    this.meanSquare = squares / (quantiles.length - 1);
  }

  at(p: number): number {
    const { quantiles } = this;
    const place = p * (quantiles.length - 1);
    const below = Math.min(quantiles.length - 2, Math.floor(place));
    return quantiles[below] + (quantiles[below + 1] - quantiles[below]) * (place - below);
  }
}
