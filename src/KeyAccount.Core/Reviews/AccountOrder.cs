using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An order of the customer; orders show its buying rhythm and the range it buys.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AccountOrder
{
    /// <summary>The day of the order.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The amount of the order, in money; negative for a return, which does not count as an order.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "a return is negative")]
    public required decimal Amount { get; init; }

    /// <summary>The products or categories of its lines, in any order; empty if they are not stated.</summary>
    [Privacy(Privacy.NotPersonal)]
    public IReadOnlyList<string> Items { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<string>.Empty;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The date, the amount and the number of items.</returns>
    public override string ToString() => Invariant($"AccountOrder {{ Date = {Date:R}, Amount = {Amount}, Items = {Items.Count} }}");
}
