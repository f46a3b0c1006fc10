using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The similarity of a customer to the best ones.</summary>
/// <param name="Similarity">The mean similarity to them (<see cref="Statistics.Gower"/>), 0 … 1.</param>
/// <param name="Best">The ids of the best customers used in the comparison.</param>
/// <param name="Separating">The features that separate it most from them, at most two, the strongest first.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record PortraitMatch(
    [property: FactRange(0, 1, FactUnit.Fraction)] double Similarity, IReadOnlyList<string> Best, IReadOnlyList<string> Separating)
{
    /// <summary>The ids of the best customers used in the comparison.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<string> Best { get; init => field = ValueList.Of(value, nameof(Best)); } = ValueList.Of(Best);

    /// <summary>The features that separate it most from them.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<string> Separating { get; init => field = ValueList.Of(value, nameof(Separating)); } = ValueList.Of(Separating);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PortraitMatch {{ Similarity = {Similarity}, Best = {Best}, Separating = {Separating} }}");
}
