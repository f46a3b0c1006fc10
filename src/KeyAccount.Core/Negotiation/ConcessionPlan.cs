using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>A planned curve of concessions on one issue: from the opening to the reservation, between two instants.</summary>
/// <remarks>
/// <para>α(t) = κ + (1 − κ)(t/T)^(1/β) is the share conceded; the offer is opening + α · (reservation − opening). Source: Faratin, Sierra
/// &amp; Jennings 1998, Negotiation decision functions for autonomous agents. Before the start t is 0, after the deadline it is T.</para>
/// <para>Immutable, with value equality, also after a round trip through JSON. No clock is read: <c>now</c> is passed
/// in. The share is a double of 15 significant digits; opening, reservation and offers are decimals in the unit of the issue.</para>
/// </remarks>
public sealed record ConcessionPlan
{
    /// <summary>A plan from its parts.</summary>
    /// <param name="opening">The opening value.</param>
    /// <param name="reservation">The reservation value; above or below the opening.</param>
    /// <param name="start">The start of the talks.</param>
    /// <param name="deadline">The deadline of the talks; after <paramref name="start"/>.</param>
    /// <param name="beta">β: below 1 it holds out (Boulware), at 1 it is linear, above 1 it concedes early; above 0 and finite.</param>
    /// <param name="kappa">κ: the share conceded at the start; 0 … 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the deadline is not after the start.</exception>
    [JsonConstructor]
    public ConcessionPlan(decimal opening, decimal reservation, Instant start, Instant deadline, double beta = 1, double kappa = 0)
    {
        if (deadline <= start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(deadline), $"deadline is {Iso(deadline)}; it must be after start, {Iso(start)}.");
        }

        Guard.FinitePositive(beta);
        Guard.Between(kappa, 0, 1);
        (Opening, Reservation, Start, Deadline, Beta, Kappa) = (opening, reservation, start, deadline, beta, kappa);
    }

    /// <summary>The opening value.</summary>
    public decimal Opening { get; }

    /// <summary>The reservation value.</summary>
    public decimal Reservation { get; }

    /// <summary>The start of the talks.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant Start { get; }

    /// <summary>The deadline of the talks.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant Deadline { get; }

    /// <summary>β: how the room for concessions is spent over time.</summary>
    public double Beta { get; }

    /// <summary>κ: the share conceded at the start.</summary>
    public double Kappa { get; }

    /// <summary>The pace of the plan: it holds out, is even, or concedes early.</summary>
    [JsonIgnore]
    public ConcessionPace Pace => Beta < 1 ? ConcessionPace.Boulware : Beta > 1 ? ConcessionPace.Conceder : ConcessionPace.Linear;

    /// <summary>α(t): the share of the room for concessions that has been conceded.</summary>
    /// <param name="elapsed">t/T: the share of the time that has passed; 0 … 1.</param>
    /// <param name="beta">β; above 0 and finite.</param>
    /// <param name="kappa">κ; 0 … 1.</param>
    /// <returns>κ + (1 − κ) · elapsed^(1/β), 0 … 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double ShareConceded(double elapsed, double beta, double kappa = 0)
    {
        Guard.Between(elapsed, 0, 1);
        Guard.FinitePositive(beta);
        Guard.Between(kappa, 0, 1);
        return kappa + ((1 - kappa) * Math.Pow(elapsed, 1 / beta));
    }

    /// <summary>The utility kept: 1 − t^e, with e = 1/β.</summary>
    /// <param name="elapsed">t: the share of the time that has passed; 0 … 1.</param>
    /// <param name="exponent">e; above 0 and finite: above 1 holds out, 1 is linear, below 1 concedes.</param>
    /// <returns>1 at the start, 0 at the end.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double UtilityKept(double elapsed, double exponent)
    {
        Guard.Between(elapsed, 0, 1);
        Guard.FinitePositive(exponent);
        return 1 - Math.Pow(elapsed, exponent);
    }

    /// <summary>The share of the time that has passed.</summary>
    /// <param name="now">The present.</param>
    /// <returns>0 before the start, 1 after the deadline.</returns>
    public double Elapsed(Instant now) => Math.Clamp((now - Start) / (Deadline - Start), 0, 1);

    /// <summary>The share of the time that is left, classified by <see cref="NegotiationTables.TimeRemaining"/>.</summary>
    /// <param name="now">The present.</param>
    /// <returns>The time left.</returns>
    public TimeLeft TimeRemaining(Instant now) => NegotiationTables.TimeRemaining.Bands.Of(100 * (1 - Elapsed(now)));

    /// <summary>The offer that the curve asks for, not rounded.</summary>
    /// <param name="now">The present.</param>
    /// <returns>opening + α · (reservation − opening).</returns>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal Exact(Instant now) => DecimalOverflow.Named(
        () => Opening + ((decimal)ShareConceded(Elapsed(now), Beta, Kappa) * (Reservation - Opening)),
        "ConcessionPlan.Exact",
        (nameof(Opening), Opening),
        (nameof(Reservation), Reservation));

    /// <summary>The next offer.</summary>
    /// <param name="now">The present.</param>
    /// <param name="rounding">How offers are rounded, which the caller decides. Rounding never moves an offer past the reservation or
    /// beyond the opening.</param>
    /// <param name="last">Our last offer; the next one never takes it back. Null for none.</param>
    /// <returns>The rounded offer of the curve; where rounding would pass the reservation, the last grain before it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> is not between opening and reservation.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal Offer(Instant now, PriceRounding rounding, decimal? last = null)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        var (low, high) = (Math.Min(Opening, Reservation), Math.Max(Opening, Reservation));
        if (last < low || last > high)
        {
            throw new ArgumentOutOfRangeException(
                nameof(last), Invariant($"last is {last}; it must be between {low} and {high}, opening and reservation."));
        }

        var offer = rounding.Round(Exact(now));
        if (offer.CompareTo(Reservation) is var past && past != 0 && past == Reservation.CompareTo(Opening))
        {
            var towardsOpening = Falls ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity;
            offer = new PriceRounding(rounding.Grain, towardsOpening).Round(Reservation);
        }

        offer = Math.Clamp(offer, low, high);
        return last is not { } given ? offer : Falls ? Math.Min(offer, given) : Math.Max(offer, given);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ConcessionPlan {{ {Opening} → {Reservation}, {Iso(Start)} … {Iso(Deadline)}, Beta = {Beta}, Kappa = {Kappa} }}");

    private bool Falls => Reservation < Opening;

    private static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
