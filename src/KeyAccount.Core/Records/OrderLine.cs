using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Records;

/// <summary>A line of an order: what the customer bought, in which unit of its organisation, and for how much.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record OrderLine
{
    /// <summary>The day of the order.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The product category, as in the wallet of the account; not blank.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Category { get; init => field = Guard.NotBlank(value); }

    /// <summary>The name or number of the product; null if not stated.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public string? Product { get; init => field = value is null ? null : Guard.NotBlank(value); }

    /// <summary>The plant, division or subsidiary of the customer that placed the order; null if not stated.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public string? Unit { get; init => field = value is null ? null : Guard.NotBlank(value); }

    /// <summary>The amount of the line, in money; negative for a return.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "a return is negative")]
    public required decimal Amount { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"OrderLine {{ Date = {Date:R}, Category = {Category}, Product = {Product}, ")
        + Invariant($"Unit = {Unit}, Amount = {Amount} }}");
}
