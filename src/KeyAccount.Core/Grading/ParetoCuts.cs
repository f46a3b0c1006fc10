using System.Globalization;

namespace KeyAccount.Core.Grading;

/// <summary>Where A ends and where B ends, as fractions of the revenue or of the number of accounts.</summary>
/// <remarks>Immutable; two cuts are equal when both fractions are.</remarks>
public sealed record ParetoCuts
{
    /// <summary>Cuts of your own.</summary>
    /// <param name="A">Where A ends; above 0 and below <paramref name="B"/>.</param>
    /// <param name="B">Where B ends; above <paramref name="A"/> and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cut is outside its range; the message names it, its value and the range.</exception>
#pragma warning disable IDE1006 // the parameters are named as the properties are, as in a positional record
    public ParetoCuts(decimal A, decimal B)
#pragma warning restore IDE1006
    {
        if (A is <= 0m or >= 1m)
            throw Fault(nameof(A), A, "above 0 and below 1");
        if (B <= A || B > 1m)
            throw Fault(nameof(B), B, string.Create(CultureInfo.InvariantCulture, $"above A ({A}) and at most 1"));
        this.A = A;
        this.B = B;
    }

    /// <summary>Where A ends: a fraction above 0 and below <see cref="B"/>.</summary>
    public decimal A { get; }

    /// <summary>Where B ends: a fraction above <see cref="A"/> and at most 1.</summary>
    public decimal B { get; }

    /// <summary>0.80 and 0.95 of the revenue. Source: 《开发大客户培训课件》 (80 %, 15 %, 5 % of the revenue).</summary>
    public static ParetoCuts OfRevenue { get; } = new(0.80m, 0.95m);

    /// <summary>0.20 and 0.50 of the accounts. Source: 《开发大客户培训课件》 (the top 20 %, the next 30 %, the last 50 % of the customers).</summary>
    public static ParetoCuts OfHeadCount { get; } = new(0.20m, 0.50m);

    /// <summary>The cuts that a rule has where none are given.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns><see cref="OfHeadCount"/> for <see cref="ParetoRule.HeadCount"/>, else <see cref="OfRevenue"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    public static ParetoCuts DefaultFor(ParetoRule rule)
    {
        Guard.Defined(rule);
        return rule == ParetoRule.HeadCount ? OfHeadCount : OfRevenue;
    }

    /// <summary>The same cuts with one or both replaced, checked together.</summary>
    /// <param name="a">The new end of A; null keeps it.</param>
    /// <param name="b">The new end of B; null keeps it.</param>
    /// <returns>The new cuts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The resulting cuts are outside their range.</exception>
    public ParetoCuts With(decimal? a = null, decimal? b = null) => new(a ?? A, b ?? B);

    /// <summary>Takes the cuts apart: <c>var (a, b) = cuts;</c>.</summary>
    /// <param name="a">Where A ends.</param>
    /// <param name="b">Where B ends.</param>
    public void Deconstruct(out decimal a, out decimal b) => (a, b) = (A, B);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both cuts by name.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ParetoCuts {{ A = {A}, B = {B} }}");

    private static ArgumentOutOfRangeException Fault(string cut, decimal value, string range) =>
        new(cut, string.Create(CultureInfo.InvariantCulture, $"{cut} is {value}; it must be {range}."));
}
