using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>Coverage: whether the open pipeline of a period is large enough for its target.</summary>
/// <remarks>
/// <para>Coverage = open / (target − won); needed = 1 / win rate. Some vendors multiply the two and call the product coverage: that is
/// <see cref="ExpectedCoverage"/> here.</para>
/// <para>Immutable; equal when the four figures are. Amounts are in one currency.</para>
/// </remarks>
public sealed record PipelineCoverage
{
    /// <summary>A coverage.</summary>
    /// <param name="target">The target of the period; at least 0.</param>
    /// <param name="won">The amount already won in the period; at least 0.</param>
    /// <param name="open">The open amount that is expected to close in the period; at least 0.</param>
    /// <param name="winRate">The usual win rate of the open amount, as a fraction; above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public PipelineCoverage(decimal target, decimal won, decimal open, double winRate)
    {
        Guard.NotNegative(target);
        Guard.NotNegative(won);
        Guard.NotNegative(open);
        Guard.Between(winRate, 1e-9, 1);
        (Target, Won, Open, WinRate) = (target, won, open, winRate);
    }

    /// <summary>The target of the period.</summary>
    public decimal Target { get; }

    /// <summary>The amount already won in the period.</summary>
    public decimal Won { get; }

    /// <summary>The open amount that is expected to close in the period.</summary>
    public decimal Open { get; }

    /// <summary>The usual win rate of the open amount, as a fraction.</summary>
    public double WinRate { get; }

    /// <summary>The amount still to be won; 0 if the target is reached.</summary>
    public decimal StillToWin => Math.Max(0, Target - Won);

    /// <summary>The coverage, open / still to be won: 2.5 is two and a half times; null if the target is reached.</summary>
    public double? Coverage => StillToWin == 0 ? null : (double)Open / (double)StillToWin;

    /// <summary>The coverage that is needed: 1 / win rate.</summary>
    public double NeededCoverage => 1 / WinRate;

    /// <summary>Coverage times win rate: at 1 or above, the target is met on average; null if the target is reached.</summary>
    public double? ExpectedCoverage => Coverage * WinRate;

    /// <summary>The expected amount of the pipeline: open times win rate.</summary>
    public decimal Expected => Open * (decimal)WinRate;

    /// <summary>The open pipeline that is missing; 0 if there is enough.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    public decimal Shortfall => DecimalOverflow.Named(
        () => Math.Max(0, (StillToWin / (decimal)WinRate) - Open),
        "PipelineCoverage.Shortfall",
        (nameof(StillToWin), StillToWin),
        (nameof(WinRate), WinRate),
        (nameof(Open), Open));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The four figures and the coverage by name.</returns>
    public override string ToString() => Invariant(
        $"PipelineCoverage {{ Target = {Target}, Won = {Won}, Open = {Open}, WinRate = {WinRate}, Coverage = {Coverage} }}");
}
