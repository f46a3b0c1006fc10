using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Estimation;

/// <summary>The weight of a criterion, before and after the fit.</summary>
/// <param name="Key">The key of the criterion.</param>
/// <param name="Name">The display name.</param>
/// <param name="Present">The present share of the weight, 0 … 1.</param>
/// <param name="Fitted">The share that the outcomes suggest; those of all criteria add up to 1.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FittedWeight(string Key, Text Name, double Present, double Fitted)
{
    /// <summary>Whether the weight stayed as it was, because the criterion is unknown for half of the accounts.</summary>
    public bool IsKept { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"FittedWeight {{ Key = {Key}, Present = {Present}, Fitted = {Fitted}, IsKept = {IsKept} }}");
}
