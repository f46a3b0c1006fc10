using System.Globalization;
using System.Numerics;

namespace KeyAccount.Core.Grading;

/// <summary>A grading as two limits: because equal revenue has equal tier, a tier is nothing but a range of revenue.</summary>
/// <remarks>Immutable, equal when both limits are; the default lets every positive revenue be A. Made by
/// <see cref="ParetoDraft.LimitsOf"/>.</remarks>
public readonly record struct ParetoLimits
{
    internal ParetoLimits(Int128 a, Int128 b)
    {
        A = a;
        B = b;
    }

    /// <summary>The lowest revenue that is A, in minor units.</summary>
    public Int128 A { get; }

    /// <summary>The lowest revenue that is at least B, in minor units.</summary>
    public Int128 B { get; }

    /// <summary>The tier of an account.</summary>
    /// <param name="minorUnits">Its revenue.</param>
    /// <returns>C for revenue that is not positive, else what the limits say.</returns>
    public AccountTier TierOf(long minorUnits) => AccountTier.InOrder[ValueOf(minorUnits) - 1];

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both limits by name.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ParetoLimits {{ A = {A}, B = {B} }}");

    /// <summary>The value of the tier of an account; revenue that is not positive is the last tier.</summary>
    internal int ValueOf(Int128 revenue) => revenue <= 0 ? 3 : revenue >= A ? 1 : revenue >= B ? 2 : 3;

    /// <summary>The limits of a portfolio.</summary>
    /// <param name="descending">All revenues, the largest first.</param>
    /// <param name="total">The sum of the positive ones.</param>
    /// <param name="cuts">Where A and B end.</param>
    /// <param name="rule">How the cuts are read.</param>
    internal static ParetoLimits Of<T>(ReadOnlySpan<T> descending, Int128 total, ParetoCuts cuts, ParetoRule rule)
        where T : struct, IBinaryInteger<T> =>
        new(
            ParetoGoal.Of(cuts.A, total, descending.Length, rule).LimitIn(descending),
            ParetoGoal.Of(cuts.B, total, descending.Length, rule).LimitIn(descending));
}
