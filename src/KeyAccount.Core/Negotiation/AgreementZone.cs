using System.Text.Json.Serialization;

namespace KeyAccount.Core.Negotiation;

/// <summary>The zone of possible agreement on one issue: from the reservation of the side that wants more to that of the side that wants
/// less.</summary>
/// <remarks>
/// <para>ZOPA = [floor, ceiling]: for a price, the seller's reservation and the buyer's. Floor above ceiling: no zone; equal: a point.
/// Where a reservation is only estimated, there is a zone that is certain and one that is possible. Source: Raiffa 1982, The Art and
/// Science of Negotiation; the split is Nash 1950, The Bargaining Problem.</para>
/// <para>A value: immutable, equal when both reservations are. Exact decimals in the unit of the issue.</para>
/// </remarks>
public sealed record AgreementZone
{
    /// <summary>A zone from two reservations.</summary>
    /// <param name="floor">The reservation of the side that wants more (the seller's, for a price): below it, that side walks away.</param>
    /// <param name="ceiling">The reservation of the side that wants less (the buyer's, for a price): above it, that side walks
    /// away.</param>
    /// <exception cref="ArgumentNullException">A reservation is null.</exception>
    [JsonConstructor]
    public AgreementZone(IssueRange floor, IssueRange ceiling)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(ceiling);
        Floor = floor;
        Ceiling = ceiling;
    }

    /// <summary>The reservation of the side that wants more.</summary>
    public IssueRange Floor { get; }

    /// <summary>The reservation of the side that wants less.</summary>
    public IssueRange Ceiling { get; }

    /// <summary>Whether there is a zone.</summary>
    [JsonIgnore]
    public ZoneOutcome Outcome =>
        Certain is not null ? ZoneOutcome.Certain
        : Possible is not null ? ZoneOutcome.Possible
        : ZoneOutcome.None;

    /// <summary>The range that both sides accept whatever their reservations turn out to be; null if nothing is that certain.</summary>
    [JsonIgnore]
    public IssueRange? Certain => Between(Floor.High, Ceiling.Low);

    /// <summary>The range that both sides may accept; null if no estimate allows an agreement.</summary>
    [JsonIgnore]
    public IssueRange? Possible => Between(Floor.Low, Ceiling.High);

    /// <summary>Ceiling − floor: the width of the zone, from the worst estimate to the best; negative if the reservations do not
    /// meet.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    [JsonIgnore]
    public IssueRange Width => Named(() => new(Ceiling.Low - Floor.High, Ceiling.High - Floor.Low), nameof(Width));

    /// <summary>A zone from two reservations that are known.</summary>
    /// <param name="floor">The reservation of the side that wants more.</param>
    /// <param name="ceiling">The reservation of the side that wants less.</param>
    /// <returns>The zone.</returns>
    public static AgreementZone Known(decimal floor, decimal ceiling) => new(IssueRange.Known(floor), IssueRange.Known(ceiling));

    /// <summary>What the side that wants more gains over its reservation at an agreement.</summary>
    /// <param name="agreement">The value agreed.</param>
    /// <returns>agreement − floor; negative if it would lose.</returns>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public IssueRange GainOfFloorSide(decimal agreement) =>
        Named(() => new(agreement - Floor.High, agreement - Floor.Low), nameof(GainOfFloorSide), agreement);

    /// <summary>What the side that wants less gains over its reservation at an agreement.</summary>
    /// <param name="agreement">The value agreed.</param>
    /// <returns>ceiling − agreement; negative if it would lose.</returns>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public IssueRange GainOfCeilingSide(decimal agreement) =>
        Named(() => new(Ceiling.Low - agreement, Ceiling.High - agreement), nameof(GainOfCeilingSide), agreement);

    /// <summary>The Nash point: the agreement that maximises gain^w · gain^w of both sides, for gains that are linear in the
    /// issue.</summary>
    /// <param name="floorWeight">The bargaining power of the side that wants more; positive.</param>
    /// <param name="ceilingWeight">The bargaining power of the side that wants less; positive. Equal weights meet in the middle.</param>
    /// <returns>floor + (ceiling − floor) · w/(w + w′), from the lowest to the highest estimate that allows an agreement; null if none
    /// does.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not positive.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public IssueRange? NashPoint(decimal floorWeight = 1, decimal ceilingWeight = 1)
    {
        Guard.Above(floorWeight, 0);
        Guard.Above(ceilingWeight, 0);
        if (Possible is null)
            return null;

        // The point rises with both reservations, so its bounds are at the lowest and the highest pair that still meet.
        return Named(
            () => new(At(Floor.Low, Math.Max(Ceiling.Low, Floor.Low)), At(Math.Min(Floor.High, Ceiling.High), Ceiling.High)),
            nameof(NashPoint));

        decimal At(decimal floor, decimal ceiling) => floor + ((ceiling - floor) * floorWeight / (floorWeight + ceilingWeight));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Outcome and reservations.</returns>
    public override string ToString() => $"AgreementZone {{ {Outcome}, Floor = {Floor}, Ceiling = {Ceiling} }}";

    private IssueRange Named(Func<IssueRange> range, string member, decimal? agreement = null) => DecimalOverflow.Named(
        range, $"AgreementZone.{member}", (nameof(Floor), Floor), (nameof(Ceiling), Ceiling), (nameof(agreement), agreement));

    private static IssueRange? Between(decimal low, decimal high) => low <= high ? new(low, high) : null;

    /// <summary>The zone for a person: whether the sides can agree, and where.</summary>
    /// <param name="unit">The unit of the values, shown beside them; null for none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string? unit = null, string language = Terms.Language.English) =>
        NegotiationDocuments.Of(this, unit, language);
}
