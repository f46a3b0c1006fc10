namespace KeyAccount.Core.Pricing;

/// <summary>What an improvement of one lever does to the profit.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Profit">The profit after it.</param>
/// <param name="Gain">How much more that is.</param>
/// <param name="GainRate">The gain as a fraction of the profit before; null where that was not positive.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LeverEffect(ProfitLever Lever, decimal Profit, decimal Gain, decimal? GainRate);
