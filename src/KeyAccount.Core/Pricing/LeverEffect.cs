namespace KeyAccount.Core.Pricing;

/// <summary>The effect of improving one lever on the profit.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Profit">The profit after the improvement.</param>
/// <param name="Gain">The increase in profit.</param>
/// <param name="GainRate">The increase as a fraction of the profit before; null if that was not positive.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LeverEffect(ProfitLever Lever, decimal Profit, decimal Gain, decimal? GainRate);
