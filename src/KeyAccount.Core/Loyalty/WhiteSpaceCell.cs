using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>A field of the white space: who has a category at a unit of the customer, how large it is, and what peers buy.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record WhiteSpaceCell
{
    /// <summary>The unit of the customer; null for the account as a whole.</summary>
    public string? Unit { get; init; }

    /// <summary>The category.</summary>
    public required string Category { get; init; }

    /// <summary>Who has it.</summary>
    public required SpaceState State { get; init; }

    /// <summary>The rule of <see cref="WhiteSpace.States"/> that said so.</summary>
    public required string RuleId { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required Text Reason { get; init; }

    /// <summary>What the customer buys from us in a year; null if not known.</summary>
    public decimal? SpendWithUs { get; init; }

    /// <summary>What it buys in all; null if not known.</summary>
    public decimal? Wallet { get; init; }

    /// <summary>What it does not buy from us: the wallet less what we sell. Where the wallet is not known, what peers buy less what we
    /// sell, at least 0 (<see cref="IsEstimated"/>). Null if neither is known, or the data are wrong.</summary>
    public decimal? Size { get; init; }

    /// <summary>Whether <see cref="Size"/> is estimated by peers.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>What the customer would buy from us if it bought the category as its peers do; null without a benchmark.</summary>
    public decimal? Expected { get; init; }

    /// <summary>What peers buy; null if there are too few.</summary>
    public PeerBenchmark? Peers { get; init; }

    /// <summary>The competitor that supplies it; null if nobody knows of one.</summary>
    public string? Supplier { get; init; }

    /// <summary>Why we cannot sell there; null if nothing prevents it.</summary>
    public SpaceBlock? Block { get; init; }

    /// <summary>The display name.</summary>
    [JsonIgnore]
    public string Label => Unit is null ? Category : $"{Category} · {Unit}";

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Category, unit, state and size.</returns>
    public override string ToString() =>
        Invariant($"WhiteSpaceCell {{ Category = {Category}, Unit = {Unit}, State = {State}, Size = {Size} }}");
}
