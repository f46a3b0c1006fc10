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

    /// <summary>The rule of <see cref="WhiteSpace.States"/> that decided.</summary>
    public required string RuleId { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required Text Reason { get; init; }

    /// <summary>The yearly purchases of the customer from us; null if not known.</summary>
    public decimal? SpendWithUs { get; init; }

    /// <summary>The yearly purchases of the customer from all suppliers; null if not known.</summary>
    public decimal? Wallet { get; init; }

    /// <summary>The amount that the customer does not buy from us: the wallet less our sales. If the wallet is not known, what peers buy
    /// less our sales, at least 0 (<see cref="IsEstimated"/>). Null if neither is known, or the data are wrong.</summary>
    public decimal? Size { get; init; }

    /// <summary>Whether <see cref="Size"/> is estimated from peers.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>The amount that the customer would buy from us if it bought the category as its peers do; null without a
    /// benchmark.</summary>
    public decimal? Expected { get; init; }

    /// <summary>The benchmark of the peers; null if there are too few.</summary>
    public PeerBenchmark? Peers { get; init; }

    /// <summary>The competitor that supplies the category; null if none is known.</summary>
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
