namespace KeyAccount.Core.Prospects;

/// <summary>Altman's Z″ score: the distance of a company from insolvency by its balance sheet, for firms of any industry, also private
/// ones.</summary>
/// <remarks>
/// <para>Z″ = 6.56·working capital/assets + 3.26·retained earnings/assets + 6.72·EBIT/assets + 1.05·book equity/liabilities. Above 2.6 the
/// company is safe, below 1.1 in distress, between them nobody can tell. Source: Altman, Hartzell &amp; Peck 1995, in the form without the
/// constant 3.25, which goes with other cuts.</para>
/// <para>It says how likely insolvency is within about two years. It is not a credit limit.</para>
/// </remarks>
public static class AltmanZ
{
    /// <summary>The limit above which a company is safe. Source: Altman, Hartzell &amp; Peck 1995.</summary>
    public const double SafeAbove = 2.6;

    /// <summary>The limit below which a company is in distress. Source: Altman, Hartzell &amp; Peck 1995.</summary>
    public const double DistressBelow = 1.1;

    // Beyond these a sum of them is no longer exact anyway, and is shown to nobody.
    private const int Places = 9;

    /// <summary>The Z″ score of a company.</summary>
    /// <param name="figures">The figures of the balance sheet.</param>
    /// <returns>Z″, to nine places.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> is null.</exception>
    public static double Of(BalanceFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var assets = (double)figures.TotalAssets;
        var z = (6.56 * (double)figures.WorkingCapital / assets) + (3.26 * (double)figures.RetainedEarnings / assets)
            + (6.72 * (double)figures.Ebit / assets) + (1.05 * (double)figures.BookEquity / (double)figures.TotalLiabilities);

        // So that a sum that is 2.6 on paper is not above it here.
        return Math.Abs(z) < 1e6 ? Math.Round(z, Places) : z;
    }

    /// <summary>The ability to pay that follows from Z″.</summary>
    /// <param name="z">Z″; finite.</param>
    /// <returns>Met above <see cref="SafeAbove"/>, not met below <see cref="DistressBelow"/>, doubtful from the one to the other.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="z"/> is not finite.</exception>
    public static PayingAbility LevelOf(double z)
    {
        Guard.Between(z, -double.MaxValue, double.MaxValue);
        return z > SafeAbove ? PayingAbility.Met : z < DistressBelow ? PayingAbility.NotMet : PayingAbility.Doubtful;
    }
}
