using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>The economic value of an offer to the customer (EVC): the highest price at which the offer is no worse than the best
/// alternative.</summary>
/// <remarks>
/// <para>EVC = price of the best alternative + Σ positive differences − Σ negative differences. At a price p the customer keeps EVC − p,
/// and the share of the value kept is (EVC − p) / (EVC − reference price). Below a third the customer will haggle: a
/// <c>LibraryDefault</c>.</para>
/// <para>Immutable, with value equality. Amounts are in the currency of the reference price. Source: Forbis &amp; Mehta 1981,
/// Value-Based Strategies for Industrial Products, Business Horizons 24(3):32.</para>
/// </remarks>
public sealed record EconomicValue
{
    /// <summary>One over the least share of the value that leaves a customer without reason to haggle: 3, which is a third. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int KeptPart = 3;

    /// <summary>The largest number of differences: 1,000. Provenance: <c>LibraryDefault</c>.</summary>
    public const int MostDifferences = 1_000;

    /// <summary>The id of the offer; unique there, and not blank (<see cref="Reviews.Portfolio.FaultsOf"/>).</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init; }

    /// <summary>The offer in words; null if the id serves as the name.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Product { get; init; }

    /// <summary>The price of the best alternative.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required ReferencePrice Reference { get; init => field = Guard.NotNull(value); }

    /// <summary>The differences in value of our offer, positive or negative; at most <see cref="MostDifferences"/>.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many.</exception>
    public IReadOnlyList<ValueDifference> Differences
    {
        get;
        init
        {
            var all = ValueList.Of(value ?? []);
            Guard.AtMost(all.Count, MostDifferences, "Differences.Count");
            field = all;
        }
    }
    = ValueList<ValueDifference>.Empty;

    /// <summary>Our price; null if there is none yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e15, FactUnit.Money)]
    public decimal? Price { get; init => field = FactRange<EconomicValue>.Checked(value); }

    /// <summary>The sum of the positive differences.</summary>
    [JsonIgnore]
    public decimal Positive => Differences.Where(each => each.Amount > 0).Sum(each => each.Amount);

    /// <summary>The sum of the negative differences, as a positive amount.</summary>
    [JsonIgnore]
    public decimal Negative => -Differences.Where(each => each.Amount < 0).Sum(each => each.Amount);

    /// <summary>The economic value to the customer.</summary>
    [JsonIgnore]
    public decimal Value => (Reference?.Amount ?? 0) + Positive - Negative;

    /// <summary>The value that the customer keeps at our price; negative if the customer would lose. Null without a price.</summary>
    [JsonIgnore]
    public decimal? Kept => Price is { } price ? Value - price : null;

    /// <summary>The share of the value that the customer keeps at our price, as a fraction; null without a price, where our offer is worth
    /// no more than the alternative, and where the share does not fit a decimal.</summary>
    [JsonIgnore]
    public decimal? ShareKept
    {
        get
        {
            try
            {
                return Price is { } price ? ShareKeptAt(price) : null;
            }
            catch (OverflowException)
            {
                return null;
            }
        }
    }

    /// <summary>Whether the customer keeps less than a third of the value at our price and will haggle; null if the share is not
    /// known.</summary>
    [JsonIgnore]
    public bool? IsHaggled => Kept is { } kept && Gain > 0 ? kept * KeptPart < Gain : null;

    /// <summary>The needs whose saving is counted under more than one kind of cost, such as time and money; each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> CountedTwice =>
    [
        .. Differences.Where(each => each.NeedId is not null && each.Component is not null)
            .GroupBy(each => each.NeedId!, StringComparer.Ordinal)
            .Where(group => group.Select(each => each.Component).Distinct().Skip(1).Any())
            .Select(group => group.Key),
    ];

    private decimal Gain => Value - (Reference?.Amount ?? 0);

    /// <summary>The share of the value that the customer keeps at a price.</summary>
    /// <param name="price">The price; 0 … 10¹⁵.</param>
    /// <returns>(EVC − price) / (EVC − reference price), as a fraction: 1 at the price of the alternative, 0 at the economic value. Null
    /// where our offer is worth no more than the alternative.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is outside 0 … 10¹⁵.</exception>
    /// <exception cref="OverflowException">The share does not fit a decimal, because the gain is next to nothing.</exception>
    public decimal? ShareKeptAt(decimal price)
    {
        Guard.NotNegative(price);
        Guard.AtMost(price, 1e15m);
        try
        {
            return Gain > 0 ? (Value - price) / Gain : null;
        }
        catch (OverflowException e)
        {
            throw new OverflowException(
                Invariant($"The share of the value does not fit a decimal: kept is {Value - price}, the gain {Gain}."), e);
        }
    }

    /// <summary>The faults of the offer on a day: a price verified in the future.</summary>
    /// <param name="asOf">The reference date.</param>
    /// <returns>Each fault with its place and the value; empty if nothing is wrong.</returns>
    public IReadOnlyList<string> Faults(LocalDate asOf)
    {
        Guard.Iso(asOf);
        return Reference?.VerifiedOn > asOf
            ? [Invariant($"reference.verifiedOn is {Reference.VerifiedOn:R}; it must be {asOf:R} (the day of the facts) or earlier")]
            : [];
    }

    /// <summary>The value for a person: from the price of the alternative to the economic value, and what the customer keeps.</summary>
    /// <param name="language">The language, as a BCP 47 tag.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var writer = new DocumentWriter(language);
        return writer.Document(Product ?? Id, NeedsDocuments.ValueOf(this, writer));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Which offer it is, its value and price.</returns>
    public override string ToString() => Invariant(
        $"EconomicValue {{ Id = {Id}, Reference = {Reference?.Amount}, Value = {Value}, Price = {Price}, Kept = {Kept} }}");
}
