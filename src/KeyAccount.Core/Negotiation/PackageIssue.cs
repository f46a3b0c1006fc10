using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>An issue with its open options, and their value to both sides.</summary>
/// <param name="Key">The stable identifier; not blank.</param>
/// <param name="Label">The display name.</param>
/// <param name="Options">The values it can be settled at, in any order, each once; for a term, its <c>Value</c>.</param>
/// <param name="OurScale">Our scale: the value of an option to us, 0 … 100.</param>
/// <param name="TheirScale">Their scale: the value of an option to them, 0 … 100.</param>
/// <param name="OurWeight">The weight of the issue for us; not negative, on any scale.</param>
/// <param name="TheirWeight">The weight of the issue for them; not negative, on any scale.</param>
/// <remarks>Immutable, with value equality. Scales are compared by reference.</remarks>
public sealed record PackageIssue(
    string Key, Text Label, IReadOnlyList<decimal> Options, Scale OurScale, Scale TheirScale, double OurWeight, double TheirWeight)
{
    /// <summary>The values it can be settled at, in any order, each once; for a term, its <c>Value</c>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<decimal> Options
    {
        get;
        init => field = ValueList.Of(value, nameof(Options));
    } = ValueList.Of(Options);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Key and options.</returns>
    public override string ToString() => $"{Key}: {string.Join(", ", Options.Select(option => Invariant($"{option}")))}";
}
